// Backup schedulers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class BackupSchedulersClient(ApiPipeline pipeline) : IBackupSchedulersClient
{
    public Pageable<BackupScheduler> ListAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<BackupScheduler, Guid>("backupschedulers-list-detail", "backupschedulers/detail/", SdkJson.Context.BackupScheduler, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Pageable<BackupSchedulerSummary> ListSummariesAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<BackupSchedulerSummary, Guid>("backupschedulers-list", "backupschedulers/", SdkJson.Context.BackupSchedulerSummary, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<BackupScheduler> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("backupschedulers-get", $"backupschedulers/{uuid:D}/"), SdkJson.Context.BackupScheduler, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("backupschedulers-schema", "backupschedulers/schema/", cancellationToken);

    public async Task<BackupScheduler> CreateAsync(NewBackupScheduler scheduler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        Check(scheduler, nameof(scheduler));
        var body = WithToken(scheduler, nameof(scheduler));
        var request = ApiRequest.Post("backupschedulers-create", "backupschedulers/", body, SdkJson.Context.NewBackupScheduler);
        return (await SendCreateAsync(request, [scheduler], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<BackupScheduler>> CreateManyAsync(IReadOnlyList<NewBackupScheduler> schedulers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedulers);
        if (schedulers.Count == 0) return [];
        foreach (var scheduler in schedulers) Check(scheduler, nameof(schedulers));
        var body = new ObjectsBody<NewBackupScheduler>([.. schedulers.Select(static s => WithToken(s, nameof(schedulers)))]);
        var request = ApiRequest.Post("backupschedulers-create", "backupschedulers/", body, SdkJson.Context.ObjectsBodyNewBackupScheduler);
        return await SendCreateAsync(request, schedulers, cancellationToken).ConfigureAwait(false);
    }

    public Task<BackupScheduler> UpdateAsync(BackupScheduler scheduler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        Guard.HasUuid(scheduler.Uuid, nameof(scheduler));
        Guard.Label(scheduler.Name, nameof(scheduler));
        Guard.Meta(scheduler.Meta, nameof(scheduler), allowsNull: true);
        RetentionCheck.Check(scheduler, nameof(scheduler));
        return pipeline.SendAsync(
            ApiRequest.Put("backupschedulers-update", $"backupschedulers/{scheduler.Uuid:D}/", scheduler, SdkJson.Context.BackupScheduler),
            SdkJson.Context.BackupScheduler, cancellationToken);
    }

    public Task<BackupScheduler> UpdateAsync(Guid uuid, NewBackupScheduler definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        return pipeline.SendAsync(
            ApiRequest.Put("backupschedulers-update", $"backupschedulers/{uuid:D}/", definition, SdkJson.Context.NewBackupScheduler),
            SdkJson.Context.BackupScheduler, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("backupschedulers-delete", $"backupschedulers/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        pipeline.DeleteManyAsync("backupschedulers-delete-bulk", "backupschedulers-list", "backupschedulers/", uuids, cancellationToken);

    private Task<IReadOnlyList<BackupScheduler>> SendCreateAsync(ApiRequest request, IReadOnlyList<NewBackupScheduler> asked, CancellationToken cancellationToken) =>
        ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, asked.Count, SdkJson.Context.BackupScheduler, static s => s.Uuid, cancellationToken),
            [.. asked.Select(static s => s.ClientToken)],
            () => ListAsync(new BackupSchedulerFilter().Name([.. asked.Select(static s => s.Name).Distinct()]), cancellationToken),
            static s => s.Meta);

    private static NewBackupScheduler WithToken(NewBackupScheduler scheduler, string name) =>
        scheduler with { Meta = ClientToken.Into(scheduler.Meta, scheduler.ClientToken, name) };

    private static void Check(NewBackupScheduler scheduler, string name)
    {
        ArgumentNullException.ThrowIfNull(scheduler, name);
        if (string.IsNullOrEmpty(scheduler.Name)) throw new ArgumentException("A backup scheduler needs a Name.", name);
        if (scheduler.Type.Value.Length == 0) throw new ArgumentException($"The backup scheduler '{scheduler.Name}' needs a Type, such as BackupType.Snapshot.", name);
        if (scheduler.IncrementalBackup is null)
            throw new ArgumentException($"The backup scheduler '{scheduler.Name}' needs a Schedule, such as BackupSchedule.At(new TimeOnly(3, 0)).", name);
        if (string.IsNullOrEmpty(scheduler.UserTimeZone)) throw new ArgumentException($"The backup scheduler '{scheduler.Name}' needs a UserTimeZone, such as '{BackupTimeZone.Utc}'.", name);
        if (scheduler.ManualIncrementalBackup is null || scheduler.Retention is null)
            throw new ArgumentException($"The ManualIncrementalBackup and the Retention of the backup scheduler '{scheduler.Name}' must not be null. Leave them out for none.", name);
        foreach (var rule in scheduler.Retention.Rules)
            if ((rule is null ? "it is null" : rule.Fault()) is { } fault) throw new ArgumentException($"A rule in the Retention of the backup scheduler '{scheduler.Name}' cannot work: {fault}.", name);
        Guard.Label(scheduler.Name, name);
        Guard.Meta(scheduler.Meta, name);
    }
}
