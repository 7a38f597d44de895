// When a drive is ready, and how far its job is.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on drives. A look reads the job as long as it runs, and the drive afterwards.</summary>
internal sealed class DriveOperations(ApiPipeline pipeline, PollingOptions polling)
{
    private static readonly string[] Failures = ["failure", "failed", "error", "aborted", "canceled", "cancelled"];

    private const string CloneKind = "drives-clone";
    private const string ReadyKind = "drives-ready";

    public Operation<Drive> Clone(Drive clone)
    {
        Guid? job = clone.Jobs is [{ Uuid: var uuid }, ..] && uuid != Guid.Empty ? uuid : null;
        return Make(CloneKind, clone, job, State(clone, job is null ? null : 0));
    }

    public Operation<Drive> Ready(Drive drive) => Make(ReadyKind, drive, null, State(drive, null));

    public async Task<Operation<Drive>> ResumeAsync(string operationId, CancellationToken cancellationToken)
    {
        var id = OperationId.Parse(operationId, CloneKind, ReadyKind);
        var drive = await GetDriveAsync(id.Uuid, cancellationToken).ConfigureAwait(false);
        var operation = Make(id.Kind, drive, id.Job, State(drive, null));
        await operation.UpdateAsync(cancellationToken).ConfigureAwait(false);
        return operation;
    }

    private Operation<Drive> Make(string kind, Drive drive, Guid? job, OperationState<Drive> state)
    {
        var last = drive;
        return new Operation<Drive>(
            new OperationId(kind, drive.Uuid, job).ToString(), state, LookAsync, polling, pipeline.Options.TimeProvider);

        async Task<OperationState<Drive>> LookAsync(CancellationToken cancellationToken)
        {
            int? percent = null;
            if (job is { } uuid && await FindJobAsync(uuid, cancellationToken).ConfigureAwait(false) is { } found)
            {
                percent = found.Data?.Progress;
                if (found.State == JobState.Started) return new OperationState<Drive>(last, OperationOutcome.Running, last.Status.Value, percent);
                // The word for a failure is not documented. A state that nobody knows leaves the word to the drive and to the deadline.
                if (Failures.Contains(found.State.Value)) return new OperationState<Drive>(last, OperationOutcome.Failed, found.State.Value, percent);
            }

            last = await GetDriveAsync(drive.Uuid, cancellationToken).ConfigureAwait(false);
            return State(last, percent);
        }
    }

    /// <summary>A drive at rest is ready; every other status, known or not, passes.</summary>
    private static OperationState<Drive> State(Drive drive, int? percent) => new(
        drive,
        drive.Status == DriveStatus.Unmounted || drive.Status == DriveStatus.Mounted ? OperationOutcome.Succeeded : OperationOutcome.Running,
        drive.Status.Value,
        percent);

    private Task<Drive> GetDriveAsync(Guid uuid, CancellationToken cancellationToken) =>
        pipeline.SendAsync(ApiRequest.Get("drives-get", $"drives/{uuid:D}/"), SdkJson.Context.Drive, cancellationToken);

    /// <summary>Reads a job; null when it is gone, as finished ones are after 3 days.</summary>
    private async Task<Job?> FindJobAsync(Guid uuid, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.SendAsync(ApiRequest.Get("jobs-get", $"jobs/{uuid:D}/"), SdkJson.Context.Job, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
