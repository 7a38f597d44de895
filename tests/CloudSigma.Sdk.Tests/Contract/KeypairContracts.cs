// Keypairs and their public sides under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class KeypairContracts
{
    private static readonly ContractException Commented = new("The request has a comment, which JSON does not know.") { MendsRequest = true };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("keypairs-list", AnswerForm.Objects, SdkJson.Context.Keypair, static (client, request) => OperationContract.AllAsync(client.Keypairs.ListAsync(), request))
        {
            Examples = [new("keypair_list")],
        },
        new("keypairs-get", AnswerForm.Single, SdkJson.Context.Keypair, static (client, request) => OperationContract.OneAsync(client.Keypairs.GetAsync(request.Uuid)))
        {
            Examples = [new("keypair_get")],
        },
        new("keypairs-create", AnswerForm.Objects, SdkJson.Context.Keypair, CreateAsync)
        {
            Examples = [new("self_gen_keypair_create"), new("pub_key_only_keypair_create"), new("autogen_keypair_create") { Exception = Commented }],
        },
        new("keypairs-update", AnswerForm.Single, SdkJson.Context.Keypair, static (client, request) => OperationContract.OneAsync(
            client.Keypairs.UpdateAsync(request.Read(SdkJson.Context.Keypair))))
        {
            Examples = [new("keypair_update")],
        },
        new("keypairs-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Keypairs.DeleteAsync(request.Uuid)))
        {
            Examples = [new("keypair_delete")],
        },
        new("pubkeys-list", AnswerForm.Objects, SdkJson.Context.SshPublicKey, static (client, request) => OperationContract.AllAsync(client.PublicKeys.ListAsync(), request))
        {
            Examples = [new("pubkeys_list")],
        },
        new("pubkeys-get", AnswerForm.Single, SdkJson.Context.SshPublicKey, static (client, request) => OperationContract.OneAsync(client.PublicKeys.GetAsync(request.Uuid)))
        {
            Examples = [new("pubkeys_full_keypair"), new("pubkeys_pub_only_keypair")],
        },
    ];

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var keypairs = request.ReadObjects(SdkJson.Context.NewKeypair);
        return keypairs.Count == 1
            ? OperationContract.OneAsync(client.Keypairs.CreateAsync(keypairs[0]))
            : OperationContract.ManyAsync(client.Keypairs.CreateManyAsync(keypairs));
    }
}
