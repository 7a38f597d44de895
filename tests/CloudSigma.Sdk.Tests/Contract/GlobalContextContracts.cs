// The global context under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class GlobalContextContracts
{
    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("global-context-get", AnswerForm.Single, SdkJson.Context.IReadOnlyDictionaryStringString,
            static (client, _) => OperationContract.OneAsync(client.GlobalContext.GetAsync())),
        new("global-context-set", AnswerForm.Single, SdkJson.Context.IReadOnlyDictionaryStringString, static (client, request) => OperationContract.OneAsync(
            client.GlobalContext.SetAsync(request.Read(SdkJson.Context.IReadOnlyDictionaryStringString))))
        {
            Examples = [new("update_global_context")],
        },
    ];
}
