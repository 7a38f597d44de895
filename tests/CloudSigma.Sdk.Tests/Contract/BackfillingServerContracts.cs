// Backfilling servers under contract. No example of them was ever published: they are servers at another address.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class BackfillingServerContracts
{
    private static readonly Dictionary<string, Func<ServerFilter, IReadOnlyList<string>, ServerFilter>> Parameters = new()
    {
        ["name"] = static (f, v) => f.Name(v),
        ["name__contains"] = static (f, v) => f.NameContains(v),
        ["tag__name"] = static (f, v) => f.Tag(v),
        ["tag"] = static (f, v) => f.TagUuid([.. v.Select(Guid.Parse)]),
        ["uuid"] = static (f, v) => f.Uuid([.. v.Select(Guid.Parse)]),
        ["fields"] = static (f, v) => f.Fields(v),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("bservers-list-detail", AnswerForm.Objects, SdkJson.Context.Server,
            static (client, request) => OperationContract.AllAsync(client.BackfillingServers.ListAsync(request.Filter(new ServerFilter(), Parameters)), request)),
        new("bservers-list", AnswerForm.Objects, SdkJson.Context.ServerSummary,
            static (client, request) => OperationContract.AllAsync(client.BackfillingServers.ListSummariesAsync(request.Filter(new ServerFilter(), Parameters)), request)),
        new("bservers-get", AnswerForm.Single, SdkJson.Context.Server, static (client, request) => OperationContract.OneAsync(client.BackfillingServers.GetAsync(request.Uuid))),
        new("bservers-create", AnswerForm.Objects, SdkJson.Context.Server, CreateAsync),
        new("bservers-update", AnswerForm.Single, SdkJson.Context.Server, UpdateAsync),
        new("bservers-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.BackfillingServers.DeleteAsync(
            request.Uuid, request.Parameter("recurse") is { } recurse ? new DeleteServerOptions { Recurse = new RecurseDrives(recurse) } : null))),
        new("bservers-start", AnswerForm.Single, SdkJson.Context.ServerActionResult, static (client, request) => OperationContract.NothingAsync(
            client.BackfillingServers.StartAsync(request.Uuid, new StartServerOptions { Avoid = request.Avoid }))),
        new("bservers-stop", AnswerForm.Single, SdkJson.Context.ServerActionResult,
            static (client, request) => OperationContract.NothingAsync(client.BackfillingServers.StopAsync(request.Uuid))),
    ];

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var servers = request.ReadObjects(SdkJson.Context.NewServer);
        return servers.Count == 1
            ? OperationContract.OneAsync(client.BackfillingServers.CreateAsync(servers[0]))
            : OperationContract.ManyAsync(client.BackfillingServers.CreateManyAsync(servers));
    }

    /// <summary>A body with a uuid is a server that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.BackfillingServers.UpdateAsync(request.Read(SdkJson.Context.Server)))
        : OperationContract.OneAsync(client.BackfillingServers.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewServer)));
}
