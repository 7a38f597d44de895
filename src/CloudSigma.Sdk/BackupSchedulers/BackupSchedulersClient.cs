// Backup schedulers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class BackupSchedulersClient(ApiPipeline pipeline) : IBackupSchedulersClient
{
    private static readonly Creation<BackupScheduler, NewBackupScheduler> Creation = new(
        SdkJson.Context.ObjectsBodyNewBackupScheduler,
        static (s, name) => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, name) },
        static s => s.ClientToken,
        static s => s.Meta,
        static (requests, schedulers, cancellationToken) => requests.ListDetail(new BackupSchedulerFilter().Name([.. schedulers.Select(static s => s.Name).Distinct()]).Query, cancellationToken));

    private readonly ResourceRequests<BackupScheduler> _requests = new(pipeline, "backupschedulers", "backupschedulers/", SdkJson.Context.BackupScheduler, static s => s.Uuid);

    public Pageable<BackupScheduler> ListAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default) => _requests.ListDetail(filter?.Query, cancellationToken);

    public Pageable<BackupSchedulerSummary> ListSummariesAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default) =>
        _requests.ListSummaries(SdkJson.Context.BackupSchedulerSummary, static s => s.Uuid, filter?.Query, cancellationToken);

    public Task<BackupScheduler> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<BackupScheduler> CreateAsync(NewBackupScheduler scheduler, CancellationToken cancellationToken = default)
    {
        Check(scheduler, nameof(scheduler));
        return await _requests.CreateBareAsync(Creation, scheduler, SdkJson.Context.NewBackupScheduler, nameof(scheduler), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<BackupScheduler>> CreateManyAsync(IReadOnlyList<NewBackupScheduler> schedulers, CancellationToken cancellationToken = default)
    {
        Guard.Each(schedulers, Check);
        return await _requests.CreateManyAsync(Creation, schedulers, nameof(schedulers), cancellationToken).ConfigureAwait(false);
    }

    public Task<BackupScheduler> UpdateAsync(BackupScheduler scheduler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        Guard.SentBack(scheduler.Uuid, scheduler.Name, scheduler.Meta, nameof(scheduler));
        RetentionCheck.Check(scheduler, nameof(scheduler));
        return _requests.UpdateAsync(scheduler.Uuid, scheduler, cancellationToken);
    }

    public Task<BackupScheduler> UpdateAsync(Guid uuid, NewBackupScheduler definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, definition, SdkJson.Context.NewBackupScheduler, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        _requests.DeleteManyAsync(uuids, cancellationToken);

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
