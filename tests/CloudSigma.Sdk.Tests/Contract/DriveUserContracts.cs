// Numbers of remote desktop users under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class DriveUserContracts
{
    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("driveusers-list", AnswerForm.Objects, SdkJson.Context.DriveUser, static (client, request) => OperationContract.AllAsync(client.DriveUsers.ListAsync(), request))
        {
            Examples = [new("rds_drive_list")],
        },
        new("driveusers-get", AnswerForm.Single, SdkJson.Context.DriveUser, static (client, request) => OperationContract.OneAsync(client.DriveUsers.GetAsync(request.Uuid)))
        {
            Examples = [new("rds_drive_detail")],
        },
        new("driveusers-create", AnswerForm.Objects, SdkJson.Context.DriveUser, static (client, request) => OperationContract.OneAsync(
            client.DriveUsers.CreateAsync(request.Body.GetProperty("drive").GetGuid(), request.Body.GetProperty("amount").GetInt32())))
        {
            Examples = [new("rds_drive_create")],
        },
        new("driveusers-update", AnswerForm.Objects, SdkJson.Context.DriveUser, static (client, request) => OperationContract.OneAsync(
            client.DriveUsers.UpdateAsync(request.Uuid, request.Body.GetProperty("amount").GetInt32())))
        {
            Examples = [new("rds_drive_update")],
        },
        new("driveusers-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.DriveUsers.DeleteAsync(request.Uuid)))
        {
            Examples = [new("rds_drive_delete")],
        },
    ];
}
