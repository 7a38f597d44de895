// VMware servers under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class VmwareServerContracts
{
    private static readonly ContractException SingleQuotes = new("Some names and texts of the answer are in single quotes.") { MendsAnswer = true };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("vmware-servers-list", AnswerForm.Objects, SdkJson.Context.VmwareServer,
            static (client, request) => OperationContract.AllAsync(client.VmwareServers.ListAsync(), request))
        {
            Examples = [new("vmware_servers_list") { Exception = SingleQuotes }],
        },
        new("vmware-servers-get", AnswerForm.Single, SdkJson.Context.VmwareServer,
            static (client, request) => OperationContract.OneAsync(client.VmwareServers.GetAsync(request.Uuid))),
    ];
}
