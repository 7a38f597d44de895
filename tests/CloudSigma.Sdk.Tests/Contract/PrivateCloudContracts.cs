// Private clouds under contract. They have no documented examples.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class PrivateCloudContracts
{
    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("vpc-list", AnswerForm.Objects, SdkJson.Context.PrivateCloud, static (client, request) => OperationContract.AllAsync(client.PrivateClouds.ListAsync(), request)),
        new("vpc-get", AnswerForm.Single, SdkJson.Context.PrivateCloud, static (client, request) => OperationContract.OneAsync(client.PrivateClouds.GetAsync(request.Uuid))),
        new("vpc-update", AnswerForm.Single, SdkJson.Context.PrivateCloud, static (client, request) => OperationContract.OneAsync(
            client.PrivateClouds.UpdateAsync(request.Read(SdkJson.Context.PrivateCloud)))),
        new("nodes-list", AnswerForm.Objects, SdkJson.Context.PrivateCloudNode,
            static (client, request) => OperationContract.AllAsync(client.PrivateClouds.ListNodesAsync(), request)),
        new("nodes-get", AnswerForm.Single, SdkJson.Context.PrivateCloudNode,
            static (client, request) => OperationContract.OneAsync(client.PrivateClouds.GetNodeAsync(request.Uuid))),
        new("hostavailabilityzones-list", AnswerForm.Objects, SdkJson.Context.HostAvailabilityZone,
            static (client, request) => OperationContract.AllAsync(client.PrivateClouds.ListAvailabilityZonesAsync(), request)),
        new("hostallocationpools-list", AnswerForm.Objects, SdkJson.Context.HostAllocationPool,
            static (client, request) => OperationContract.AllAsync(client.PrivateClouds.ListAllocationPoolsAsync(), request)),
        new("hostallocationpools-get", AnswerForm.Single, SdkJson.Context.HostAllocationPool,
            static (client, request) => OperationContract.OneAsync(client.PrivateClouds.GetAllocationPoolAsync(request.Uuid))),
        new("hostallocationpools-update", AnswerForm.Single, SdkJson.Context.HostAllocationPool, static (client, request) => OperationContract.OneAsync(
            client.PrivateClouds.UpdateAllocationPoolAsync(request.Read(SdkJson.Context.HostAllocationPool)))),
    ];
}
