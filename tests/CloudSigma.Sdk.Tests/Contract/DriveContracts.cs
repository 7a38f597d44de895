// Drives under contract.
using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class DriveContracts
{
    private static readonly Dictionary<string, Func<DriveFilter, IReadOnlyList<string>, DriveFilter>> Parameters = new()
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
        new("drives-list-detail", AnswerForm.Objects, SdkJson.Context.Drive,
            static (client, request) => OperationContract.AllAsync(client.Drives.ListAsync(request.Filter(new DriveFilter(), Parameters)), request))
        {
            Examples =
            [
                new("drive_list_detail"),
                new("server_recurse_del_all_drives_drives_before"),
                new("server_recurse_del_all_drives_drives_after"),
                new("server_recurse_del_disks_drives_before"),
            ],
        },
        new("drives-list", AnswerForm.Objects, SdkJson.Context.DriveSummary,
            static (client, request) => OperationContract.AllAsync(client.Drives.ListSummariesAsync(request.Filter(new DriveFilter(), Parameters)), request))
        {
            Examples =
            [
                new("drive_list"),
                new("drive_list_just_uuid_and_status"),
                new("server_recurse_del_disks_drives_after"),
            ],
        },
        new("drives-get", AnswerForm.Single, SdkJson.Context.Drive,
            static (client, request) => OperationContract.OneAsync(client.Drives.GetAsync(request.Uuid)))
        {
            Examples =
            [
                new("drive_get_unmounted"),
                new("foreign_drive_permissions"),
                new("own_drive_grantees"),
                new("librdrive_get_through_drives"),
                new("drive_with_one_snapshot"),
                new("drive_with_two_snapshots"),
                new("snapshots_in_drive_def"),
                new("remote_snapshots/snapshots_in_drive_def"),
            ],
        },
        new("drives-create", AnswerForm.Objects, SdkJson.Context.Drive, CreateAsync)
        {
            Examples =
            [
                new("drive_create_minimal"),
                new("drive_create_bulk"),
                new("drive_create_zadara"),
                new("drive_storage_type") { Exception = new("The request lacks a closing bracket.") { MendsRequest = true } },
                new("create_drive_for_acls"),
                new("drive_for_snapshots"),
                new("drive_for_clone_snapshot"),
            ],
        },
        new("drives-update", AnswerForm.Single, SdkJson.Context.Drive, UpdateAsync)
        {
            Examples = [new("drive_edit"), new("drive_resize"), new("drive_update_meta")],
        },
        new("drives-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Drives.DeleteAsync(request.Uuid)))
        {
            Examples = [new("drive_delete")],
        },
        new("drives-delete-bulk", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Drives.DeleteManyAsync(request.Uuids))),
        new("drives-resize", AnswerForm.Objects, SdkJson.Context.Drive, ResizeAsync)
        {
            Lead = static request => JsonSerializer.Serialize(Small(request), SdkJson.Context.Drive),
            Examples = [new("drive_resize_action"), new("ephemeral_drive_resize_action")],
        },
        new("drives-set-scheduler", AnswerForm.Single, SdkJson.Context.Drive, static async (client, request) =>
            [(await client.Drives.SetSchedulerAsync(request.Uuid, request.Body.GetProperty("backup_policy_uuid").GetGuid())).Value])
        {
            Examples = [new("backupschedulers/backup_scheduler_set_drive"), new("backup_scheduler_set_drive")],
        },
        new("drives-availability-groups", AnswerForm.Single, SdkJson.Context.AvailabilityGroups,
            static (client, _) => OperationContract.OneAsync(client.Drives.GetAvailabilityGroupsAsync())),
        new("drives-availability-group", AnswerForm.Single, SdkJson.Context.AvailabilityGroup,
            static (client, request) => OperationContract.OneAsync(client.Drives.GetAvailabilityGroupAsync(request.Uuid))),
        new("drives-clone", AnswerForm.Objects, SdkJson.Context.Drive, CloneAsync)
        {
            Examples =
            [
                new("drive_clone"),
                new("drive_clone_dssd_zadara"),
                new("drive_clone_zadara_dssd"),
                new("drive_clone_zadara_zadara"),
                new("drive_clone_naming_none"),
                new("drive_clone_naming_counter"),
                new("drive_clone_naming_date"),
                new("drive_clone_naming_timestamp"),
            ],
        },
    ];

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var drives = request.ReadObjects(SdkJson.Context.NewDrive).Select(d => d with { Avoid = request.Avoid }).ToList();
        return drives.Count == 1 ? OperationContract.OneAsync(client.Drives.CreateAsync(drives[0])) : OperationContract.ManyAsync(client.Drives.CreateManyAsync(drives));
    }

    private static async Task<IReadOnlyList<object>?> ResizeAsync(ICloudSigmaClient client, ContractRequest request) =>
        [(await client.Drives.ResizeAsync(request.Uuid, request.Read(SdkJson.Context.Drive).Size)).Value];

    /// <summary>The drive of a resize request as it may have been before.</summary>
    private static Drive Small(ContractRequest request) => request.Read(SdkJson.Context.Drive) with { Size = ByteSize.MiB(1) };

    /// <summary>A body with a uuid is a drive that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.Drives.UpdateAsync(request.Read(SdkJson.Context.Drive)))
        : OperationContract.OneAsync(client.Drives.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewDrive)));

    private static async Task<IReadOnlyList<object>?> CloneAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var options = request.Read(SdkJson.Context.CloneDriveOptions) with { Avoid = request.Avoid };
        return [(await client.Drives.CloneAsync(request.Uuid, options)).Value];
    }
}
