// ACLs under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class AclContracts
{
    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("acls-list", AnswerForm.Objects, SdkJson.Context.Acl, static (client, request) => OperationContract.AllAsync(client.Acls.ListAsync(), request))
        {
            Examples = [new("acls_list")],
        },
        new("acls-get", AnswerForm.Single, SdkJson.Context.Acl, static (client, request) => OperationContract.OneAsync(client.Acls.GetAsync(request.Uuid)))
        {
            Examples = [new("acls_get")],
        },
        new("acls-create", AnswerForm.Objects, SdkJson.Context.Acl, CreateAsync) { Examples = [new("acls_create"), new("acls_create_with_grantees")] },
        new("acls-update", AnswerForm.Single, SdkJson.Context.Acl, UpdateAsync) { Examples = [new("acls_update")] },
        new("acls-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Acls.DeleteAsync(request.Uuid)))
        {
            Examples = [new("acls_delete")],
        },
    ];

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var acls = request.ReadObjects(SdkJson.Context.NewAcl);
        return acls.Count == 1 ? OperationContract.OneAsync(client.Acls.CreateAsync(acls[0])) : OperationContract.ManyAsync(client.Acls.CreateManyAsync(acls));
    }

    /// <summary>A body with a uuid is an ACL that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.Acls.UpdateAsync(request.Read(SdkJson.Context.Acl)))
        : OperationContract.OneAsync(client.Acls.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewAcl)));
}
