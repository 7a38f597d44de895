// Remote snapshots under contract.
using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class RemoteSnapshotContracts
{
    private static readonly ContractException OneList = new("Both lists have the same members, and the SDK reads the detailed one.") { Path = Contracts.Root + "remotesnapshots/detail/" };

    private static readonly ContractException Bare = new("The example sends one bare object, the SDK always the envelope; the API takes both (guide 9.1).") { RequestIsBare = true };

    private static readonly ContractException NoBody = new("The example has no body, but an action should have one (guide 4).") { RequestLacksBody = true };

    private static readonly Dictionary<string, Func<RemoteSnapshotFilter, IReadOnlyList<string>, RemoteSnapshotFilter>> Parameters = new()
    {
        ["drive"] = static (f, v) => f.Drive([.. v.Select(Guid.Parse)]),
        ["name"] = static (f, v) => f.Name(v),
        ["name__contains"] = static (f, v) => f.NameContains(v),
        ["tag__name"] = static (f, v) => f.Tag(v),
        ["tag"] = static (f, v) => f.TagUuid([.. v.Select(Guid.Parse)]),
        ["uuid"] = static (f, v) => f.Uuid([.. v.Select(Guid.Parse)]),
        ["fields"] = static (f, v) => f.Fields(v),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("remotesnapshots-list-detail", AnswerForm.Objects, SdkJson.Context.RemoteSnapshot, ListAsync) { Examples = [new("remote_snapshots/snapshot_list_detail"), new("remote_snapshots/snapshot_list_for_drive")] },
        new("remotesnapshots-list", AnswerForm.Objects, SdkJson.Context.RemoteSnapshot, ListAsync) { Examples = [new("remote_snapshots/snapshot_list") { Exception = OneList }] },
        new("remotesnapshots-get", AnswerForm.Single, SdkJson.Context.RemoteSnapshot, static (client, request) => OperationContract.OneAsync(client.RemoteSnapshots.GetAsync(request.Uuid)))
        {
            Examples = [new("remote_snapshots/snapshot_get")],
        },
        new("remotesnapshots-create", AnswerForm.Objects, SdkJson.Context.RemoteSnapshot, CreateAsync) { Examples = [new("remote_snapshots/snapshot_create") { Exception = Bare }] },
        new("remotesnapshots-update", AnswerForm.Single, SdkJson.Context.RemoteSnapshot, UpdateAsync) { Examples = [new("remote_snapshots/snapshot_edit")] },
        new("remotesnapshots-clone", AnswerForm.Single, SdkJson.Context.Drive, CloneAsync) { Examples = [new("remote_snapshots/snapshot_clone") { Exception = NoBody }] },
        new("remotesnapshots-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.RemoteSnapshots.DeleteAsync(request.Uuid)))
        {
            Examples = [new("remote_snapshots/snapshot_delete")],
        },
        new("remotesnapshots-delete-bulk", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.RemoteSnapshots.DeleteManyAsync(request.Uuids))),
    ];

    private static Task<IReadOnlyList<object>?> ListAsync(ICloudSigmaClient client, ContractRequest request) =>
        OperationContract.AllAsync(client.RemoteSnapshots.ListAsync(request.Filter(new RemoteSnapshotFilter(), Parameters)), request);

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var snapshots = request.ReadObjects(SdkJson.Context.NewRemoteSnapshot);
        return snapshots.Count == 1 ? OperationContract.OneAsync(client.RemoteSnapshots.CreateAsync(snapshots[0])) : OperationContract.ManyAsync(client.RemoteSnapshots.CreateManyAsync(snapshots));
    }

    /// <summary>A body with a uuid is a snapshot that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.RemoteSnapshots.UpdateAsync(request.Read(SdkJson.Context.RemoteSnapshot)))
        : OperationContract.OneAsync(client.RemoteSnapshots.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewRemoteSnapshot)));

    private static async Task<IReadOnlyList<object>?> CloneAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var options = request.Body.ValueKind == JsonValueKind.Undefined ? new CloneSnapshotOptions() : request.Read(SdkJson.Context.CloneSnapshotOptions);
        return [(await client.RemoteSnapshots.RestoreAsync(request.Uuid, options with { Avoid = request.Avoid })).Value];
    }
}
