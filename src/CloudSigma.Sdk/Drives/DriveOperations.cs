// When a drive is ready, and how far its job is.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on drives.</summary>
internal sealed class DriveOperations(ApiPipeline pipeline, PollingOptions polling)
{
    public const string CloneKind = "drives-clone";
    public const string ReadyKind = "drives-ready";
    public const string ResizeKind = "drives-resize";
    public const string SchedulerKind = "drives-set-scheduler";

    private static readonly string[] Rest = [DriveStatus.Unmounted.Value, DriveStatus.Mounted.Value];

    /// <summary>How long a drive may go on showing its old size, or its old scheduler, after the change was accepted.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ResourceWatcher<Drive> _watcher = new(pipeline, polling, new WatchedResource<Drive>(
        "drives-get", "drives-list-detail", "drives/", "drives/detail/", SdkJson.Context.Drive, static d => d.Uuid, static d => d.Status.Value));

    /// <summary>Whether nothing is being done to a drive.</summary>
    public static bool IsAtRest(Drive drive) => Rest.Contains(drive.Status.Value);

    /// <summary>Sends a request that makes a drive of another object, of whatever kind that is.</summary>
    public async Task<Operation<Drive>> CloneAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var clones = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false);
        return Clone(clones[0]);
    }

    /// <summary>A drive that a clone makes: its job, and then the drive itself.</summary>
    private Operation<Drive> Clone(Drive clone)
    {
        if (clone.Uuid == Guid.Empty) throw new InvalidResponseException("The clone was accepted, but the answer does not name it. It exists and costs money; look for it in the list of drives.");
        Guid? job = clone.Jobs is [{ Uuid: var uuid }, ..] && uuid != Guid.Empty ? uuid : null;
        return _watcher.Start(new OperationId(CloneKind, clone.Uuid, job), clone, AtRest(), job);
    }

    public Operation<Drive> Ready(Drive drive) => _watcher.Start(new OperationId(ReadyKind, drive.Uuid), drive, AtRest());

    public Operation<Drive> Resize(Drive drive, ByteSize size) =>
        _watcher.Start(new OperationId(ResizeKind, drive.Uuid) { Size = size }, drive, Reached(d => d.Size >= size));

    public Operation<Drive> SetScheduler(Drive drive, Guid scheduler) => _watcher.Start(
        new OperationId(SchedulerKind, drive.Uuid, scheduler), drive, Reached(d => d.BackupScheduler?.Uuid == scheduler));

    public async Task<Operation<Drive>> ResumeAsync(string operationId, CancellationToken cancellationToken)
    {
        var id = OperationId.Parse(operationId, CloneKind, ReadyKind, ResizeKind, SchedulerKind);
        var drive = await _watcher.ReadAsync(id.Uuid, cancellationToken).ConfigureAwait(false);
        if (id.Kind == SchedulerKind && id.Other is { } scheduler) return SetScheduler(drive, scheduler);
        if (id.Kind == ResizeKind && id.Size is { } size) return Resize(drive, size);
        var operation = _watcher.Start(id, drive, AtRest(), id.Other);
        await operation.UpdateAsync(cancellationToken).ConfigureAwait(false);
        return operation;
    }

    private Func<Drive, OperationOutcome> AtRest()
    {
        var rule = new StatusRule(Rest, polling, pipeline.Options.TimeProvider);
        return drive => rule.Judge(drive.Status.Value);
    }

    /// <summary>A drive at rest that is not as it should be has not been changed, unless the change is still to show.</summary>
    private Func<Drive, OperationOutcome> Reached(Func<Drive, bool> isReached)
    {
        var rest = AtRest();
        var time = pipeline.Options.TimeProvider;
        var began = time.GetTimestamp();
        return drive => rest(drive) switch
        {
            OperationOutcome.Succeeded when !isReached(drive) => time.GetElapsedTime(began) < Grace ? OperationOutcome.Running : OperationOutcome.Failed,
            var outcome => outcome,
        };
    }
}
