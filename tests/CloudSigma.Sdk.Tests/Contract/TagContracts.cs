// Tags under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class TagContracts
{
    private static readonly ContractException OneList = new("Both lists have the same members, and the SDK reads the one that is still described.") { Path = Contracts.Root + "tags/" };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("tags-list", AnswerForm.Objects, SdkJson.Context.Tag, ListAsync) { Examples = [new("tags_list")] },
        new("tags-list-detail", AnswerForm.Objects, SdkJson.Context.Tag, ListAsync) { Examples = [new("tags_list_detail") { Exception = OneList }] },
        new("tags-get", AnswerForm.Single, SdkJson.Context.Tag, static (client, request) => OperationContract.OneAsync(client.Tags.GetAsync(request.Uuid)))
        {
            Examples = [new("tags_get")],
        },
        new("tags-create", AnswerForm.Objects, SdkJson.Context.Tag, CreateAsync)
        {
            Examples = [new("tags_create"), new("tags_create_with_resource"), new("tag_for_acls")],
        },
        new("tags-update", AnswerForm.Single, SdkJson.Context.Tag, UpdateAsync) { Examples = [new("tags_update_resources")] },
        new("tags-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Tags.DeleteAsync(request.Uuid)))
        {
            Examples = [new("tags_delete")],
        },
        new("tags-list-servers", AnswerForm.Objects, SdkJson.Context.ServerSummary,
            static (client, request) => OperationContract.AllAsync(client.Tags.ListServersAsync(request.Uuid), request))
        {
            Examples = [new("tags_list_resource")],
        },
        new("tags-list-drives", AnswerForm.Objects, SdkJson.Context.DriveSummary,
            static (client, request) => OperationContract.AllAsync(client.Tags.ListDrivesAsync(request.Uuid), request)),
        new("tags-list-ips", AnswerForm.Objects, SdkJson.Context.TaggedResourceSummary,
            static (client, request) => OperationContract.AllAsync(client.Tags.ListIPsAsync(request.Uuid), request)),
        new("tags-list-vlans", AnswerForm.Objects, SdkJson.Context.TaggedResourceSummary,
            static (client, request) => OperationContract.AllAsync(client.Tags.ListVlansAsync(request.Uuid), request)),
    ];

    private static Task<IReadOnlyList<object>?> ListAsync(ICloudSigmaClient client, ContractRequest request) => OperationContract.AllAsync(client.Tags.ListAsync(), request);

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var tags = request.ReadObjects(SdkJson.Context.NewTag);
        return tags.Count == 1 ? OperationContract.OneAsync(client.Tags.CreateAsync(tags[0])) : OperationContract.ManyAsync(client.Tags.CreateManyAsync(tags));
    }

    /// <summary>A body with a uuid is a tag that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.Tags.UpdateAsync(request.Read(SdkJson.Context.Tag)))
        : OperationContract.OneAsync(client.Tags.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewTag)));
}
