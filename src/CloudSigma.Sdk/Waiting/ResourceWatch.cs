// What one operation waits for: an object, perhaps with a job.
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>The object of one operation, and what is known of it.</summary>
internal sealed class ResourceWatch<T>(
    ResourceWatcher<T> watcher, Guid uuid, Guid? job, bool jobDecides, OperationState<T> state, Func<T, OperationOutcome> judge) : ISharedWatch<T> where T : notnull
{
    public Guid Uuid { get; } = uuid;

    public Guid? Job { get; } = job;

    /// <summary>Whether the job is still worth a look. When it has ended, the object has the word.</summary>
    public bool JobRuns { get; private set; } = job is not null;

    /// <summary>Whether the object is worth a look: its job has ended, or is in a state that nobody knows.</summary>
    public bool ObjectHasTheWord { get; private set; } = job is null;

    /// <summary>Whether the end of the job was not seen: it is missing among the running ones, for whatever reason.</summary>
    public bool JobVanished { get; private set; }

    /// <summary>Whether the job has to be looked at closely before the object has the word.</summary>
    public bool MissesEndOfJob => JobVanished && jobDecides;

    public OperationState<T> State { get; private set; } = state;

    /// <summary>What the last look found out about this object alone; null when all went well.</summary>
    public Exception? Error { get; set; }

    public async Task<OperationState<T>> LookAsync(CancellationToken cancellationToken)
    {
        await watcher.LookAtOneAsync(this, cancellationToken).ConfigureAwait(false);
        return State;
    }

    public Task WaitAsync(TimeSpan first, Func<OperationState<T>?, Exception?, TimeSpan?> looked, CancellationToken cancellationToken) =>
        watcher.WaitAsync(
            this, first, error => (error ?? Error) is { } failure ? looked(null, failure) : looked(State, null), cancellationToken);

    public void Show(T value, string status) => State = State with { Value = value, Outcome = judge(value), Status = status };

    public void Show(Job job)
    {
        JobVanished = false;
        // A state that nobody knows has ended when nothing is left to do.
        var hasEnded = job.State == JobState.Success || JobFailure.Is(job.State) || (jobDecides && job.State != JobState.Started && job.Data?.Progress == 100);
        JobRuns = !hasEnded;
        ObjectHasTheWord = jobDecides ? hasEnded : job.State != JobState.Started;
        var state = State with { Percent = job.Data?.Progress ?? State.Percent, Parts = Parts(job) };
        State = JobFailure.Is(job.State) ? state with { Outcome = OperationOutcome.Failed, Status = job.State.Value } : state;
    }

    /// <summary>The job is not among the running ones.</summary>
    public void LoseJob()
    {
        JobRuns = false;
        JobVanished = true;
        ObjectHasTheWord = !jobDecides;
    }

    /// <summary>The job is gone for good, as finished ones are after 3 days.</summary>
    public void ForgetJob()
    {
        JobRuns = false;
        JobVanished = false;
        ObjectHasTheWord = true;
    }

    private static IReadOnlyList<OperationPart> Parts(Job job) =>
        [.. job.Children.Select(static j => new OperationPart(j.Operation, j.Data?.Progress, j.State.Value, Parts(j)))];
}
