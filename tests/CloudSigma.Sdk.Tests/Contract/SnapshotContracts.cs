// Snapshots under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class SnapshotContracts
{
    private static readonly ContractException OneList = new("Both lists have the same members, and the SDK reads the detailed one.") { Path = Contracts.Root + "snapshots/detail/" };

    private static readonly Dictionary<string, Func<SnapshotFilter, IReadOnlyList<string>, SnapshotFilter>> Parameters = new()
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
        new("snapshots-list-detail", AnswerForm.Objects, SdkJson.Context.Snapshot, ListAsync) { Examples = [new("snapshot_list_detail"), new("snapshot_list_for_drive")] },
        new("snapshots-list", AnswerForm.Objects, SdkJson.Context.Snapshot, ListAsync) { Examples = [new("snapshot_list") { Exception = OneList }] },
        new("snapshots-get", AnswerForm.Single, SdkJson.Context.Snapshot, static (client, request) => OperationContract.OneAsync(client.Snapshots.GetAsync(request.Uuid)))
        {
            Examples = [new("snapshot_get")],
        },
        new("snapshots-create", AnswerForm.Objects, SdkJson.Context.Snapshot, CreateAsync) { Examples = [new("snapshot_create"), new("snapshot_create_another")] },
        new("snapshots-update", AnswerForm.Single, SdkJson.Context.Snapshot, UpdateAsync) { Examples = [new("snapshot_edit")] },
        new("snapshots-clone", AnswerForm.Single, SdkJson.Context.Drive, CloneAsync) { Examples = [new("snapshot_clone")] },
        new("snapshots-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Snapshots.DeleteAsync(request.Uuid)))
        {
            Examples = [new("snapshot_delete")],
        },
        new("snapshots-delete-bulk", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Snapshots.DeleteManyAsync(request.Uuids))),
    ];

    private static Task<IReadOnlyList<object>?> ListAsync(ICloudSigmaClient client, ContractRequest request) =>
        OperationContract.AllAsync(client.Snapshots.ListAsync(request.Filter(new SnapshotFilter(), Parameters)), request);

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var snapshots = request.ReadObjects(SdkJson.Context.NewSnapshot);
        return snapshots.Count == 1 ? OperationContract.OneAsync(client.Snapshots.CreateAsync(snapshots[0])) : OperationContract.ManyAsync(client.Snapshots.CreateManyAsync(snapshots));
    }

    /// <summary>A body with a uuid is a snapshot that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.Snapshots.UpdateAsync(request.Read(SdkJson.Context.Snapshot)))
        : OperationContract.OneAsync(client.Snapshots.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewSnapshot)));

    private static async Task<IReadOnlyList<object>?> CloneAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var options = request.Read(SdkJson.Context.CloneSnapshotOptions) with { Avoid = request.Avoid };
        return [(await client.Snapshots.RestoreAsync(request.Uuid, options)).Value];
    }
}
