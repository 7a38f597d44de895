// Backup schedulers under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class BackupSchedulerContracts
{
    private static readonly Dictionary<string, Func<BackupSchedulerFilter, IReadOnlyList<string>, BackupSchedulerFilter>> Parameters = new()
    {
        ["name"] = static (f, v) => f.Name(v),
        ["name__contains"] = static (f, v) => f.NameContains(v),
        ["tag__name"] = static (f, v) => f.Tag(v),
        ["tag"] = static (f, v) => f.TagUuid([.. v.Select(Guid.Parse)]),
        ["uuid"] = static (f, v) => f.Uuid([.. v.Select(Guid.Parse)]),
        ["type"] = static (f, v) => f.Type([.. v.Select(static t => new BackupType(t))]),
        ["fields"] = static (f, v) => f.Fields(v),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("backupschedulers-list-detail", AnswerForm.Objects, SdkJson.Context.BackupScheduler,
            static (client, request) => OperationContract.AllAsync(client.BackupSchedulers.ListAsync(request.Filter(new BackupSchedulerFilter(), Parameters)), request))
        {
            Examples =
            [
                new("backupschedulers/backup_scheduler_backups_list_detail"),
                new("backupschedulers/backup_scheduler_backups_list_detail_type"),
                new("backup_scheduler_backups_list_detail_type"),
            ],
        },
        new("backupschedulers-list", AnswerForm.Objects, SdkJson.Context.BackupSchedulerSummary,
            static (client, request) => OperationContract.AllAsync(client.BackupSchedulers.ListSummariesAsync(request.Filter(new BackupSchedulerFilter(), Parameters)), request))
        {
            Examples =
            [
                new("backupschedulers/backup_scheduler_backups_list"),
                new("backupschedulers/backup_scheduler_backups_list_type"),
                new("backup_scheduler_backups_list"),
                new("backup_scheduler_backups_list_type")
                {
                    Exception = new("The older page shows the long form in the brief list, without a status line.") { AnswerStatus = 200, AnswerIsLongForm = true },
                },
            ],
        },
        new("backupschedulers-get", AnswerForm.Single, SdkJson.Context.BackupScheduler,
            static (client, request) => OperationContract.OneAsync(client.BackupSchedulers.GetAsync(request.Uuid)))
        {
            Examples =
            [
                new("backupschedulers/backup_scheduler_backup_get"),
                new("backup_scheduler_backup_get")
                {
                    Exception = new("The older page leaves out the slash at the end, and the status line.") { PathLacksSlash = true, AnswerStatus = 200 },
                },
            ],
        },
        new("backupschedulers-create", AnswerForm.Objects, SdkJson.Context.BackupScheduler, CreateAsync)
        {
            Examples = [new("backupschedulers/backup_scheduler_create"), new("backup_scheduler_create")],
        },
        new("backupschedulers-update", AnswerForm.Single, SdkJson.Context.BackupScheduler, UpdateAsync)
        {
            Examples =
            [
                new("backupschedulers/backup_scheduler_backup_update") { Exception = new("The answer has no status line.") { AnswerStatus = 200 } },
                new("backup_scheduler_backup_update"),
            ],
        },
        new("backupschedulers-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.BackupSchedulers.DeleteAsync(request.Uuid)))
        {
            Examples =
            [
                new("backupschedulers/backup_scheduler_delete"),
                new("backup_scheduler_delete") { Exception = new("The file of the answer is empty.") { AnswerStatus = 204 } },
            ],
        },
        new("backupschedulers-delete-bulk", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.BackupSchedulers.DeleteManyAsync(
            [.. request.Body.GetProperty("objects").EnumerateArray().Select(static o => o.GetProperty("uuid").GetGuid())]))),
    ];

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var schedulers = request.ReadObjects(SdkJson.Context.NewBackupScheduler);
        return request.Body.TryGetProperty("objects", out _)
            ? OperationContract.ManyAsync(client.BackupSchedulers.CreateManyAsync(schedulers))
            : OperationContract.OneAsync(client.BackupSchedulers.CreateAsync(schedulers[0]));
    }

    /// <summary>A body with a uuid is a scheduler that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request) => request.Body.TryGetProperty("uuid", out _)
        ? OperationContract.OneAsync(client.BackupSchedulers.UpdateAsync(request.Read(SdkJson.Context.BackupScheduler)))
        : OperationContract.OneAsync(client.BackupSchedulers.UpdateAsync(request.Uuid, request.Read(SdkJson.Context.NewBackupScheduler)));
}
