// Looks at what operations wait for: one by itself, many together with a few requests.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

/// <summary>
/// Makes operations on one kind of resource. One that waits alone reads its job while it runs, and its object afterwards. Several that wait at the same time share
/// one list of the running jobs, and one list of the objects whose jobs have ended.
/// </summary>
internal sealed class ResourceWatcher<T> where T : notnull
{
    /// <summary>How many objects and jobs that are missing in a list are read by themselves after one look; the others have to wait for the next.</summary>
    private const int MostSingleReads = 20;

    private static readonly JobFilter RunningOrFailed = new JobFilter().State([JobState.Started, .. JobFailure.States]);

    private readonly ApiPipeline _pipeline;
    private readonly PollingOptions _polling;
    private readonly WatchedResource<T> _resource;
    private readonly SharedLooks<ResourceWatch<T>> _looks;

    public ResourceWatcher(ApiPipeline pipeline, PollingOptions polling, WatchedResource<T> resource)
    {
        _pipeline = pipeline;
        _polling = polling;
        _resource = resource;
        _looks = new SharedLooks<ResourceWatch<T>>(LookAsync, pipeline.Options.TimeProvider);
    }

    /// <summary>Makes an operation on an object that was just read.</summary>
    public Operation<T> Start(OperationId id, T value, Func<T, OperationOutcome> judge, Guid? job = null) =>
        Start(id, new OperationState<T>(value, judge(value), _resource.Status(value), job is null ? null : 0), judge, job);

    /// <summary>Makes an operation whose state is known otherwise.</summary>
    public Operation<T> Start(OperationId id, OperationState<T> state, Func<T, OperationOutcome> judge, Guid? job = null) =>
        Start(id, state, Watch(id, state, judge, job), _polling);

    /// <summary>Makes an operation on a watch, at a pace of its own.</summary>
    public Operation<T> Start(OperationId id, OperationState<T> state, ISharedWatch<T> watch, PollingOptions polling) =>
        new(id.ToString(), state, watch, polling, _pipeline.Options.TimeProvider);

    /// <summary>Makes what an operation waits for.</summary>
    /// <param name="id">The id of the operation.</param>
    /// <param name="state">What is known at the start.</param>
    /// <param name="judge">Judges the object.</param>
    /// <param name="job">The job; null for none.</param>
    /// <param name="jobDecides">Whether the object says nothing before the end of the job was seen.</param>
    public ResourceWatch<T> Watch(OperationId id, OperationState<T> state, Func<T, OperationOutcome> judge, Guid? job = null, bool jobDecides = false) =>
        new(this, id.Uuid, job, jobDecides, state, judge);

    public Task<T> ReadAsync(Guid uuid, CancellationToken cancellationToken) =>
        _pipeline.SendAsync(ApiRequest.Get(_resource.GetOperation, $"{_resource.Path}{uuid:D}/"), _resource.Type, cancellationToken);

    public Task WaitAsync(ResourceWatch<T> watch, TimeSpan first, Func<Exception?, TimeSpan?> looked, CancellationToken cancellationToken) =>
        _looks.WaitAsync(watch, first, looked, cancellationToken);

    public async Task LookAtOneAsync(ResourceWatch<T> watch, CancellationToken cancellationToken)
    {
        if (watch.JobRuns || watch.JobVanished) await ReadJobAsync(watch, cancellationToken).ConfigureAwait(false);
        if (watch.ObjectHasTheWord && watch.State.Outcome == OperationOutcome.Running)
            Show(watch, await ReadAsync(watch.Uuid, cancellationToken).ConfigureAwait(false));
    }

    private async Task LookAsync(IReadOnlyList<ResourceWatch<T>> watches, CancellationToken cancellationToken)
    {
        foreach (var watch in watches) watch.Error = null;
        if (watches.Count == 1)
        {
            await LookAtOneAsync(watches[0], cancellationToken).ConfigureAwait(false);
            return;
        }

        await LookAtJobsAsync([.. watches.Where(static w => w.JobRuns)], cancellationToken).ConfigureAwait(false);
        await LookAtEndedJobsAsync([.. watches.Where(static w => w.MissesEndOfJob)], cancellationToken).ConfigureAwait(false);
        await LookAtObjectsAsync(
            [.. watches.Where(static w => w.ObjectHasTheWord && w.Error is null && w.State.Outcome == OperationOutcome.Running)], cancellationToken).ConfigureAwait(false);
    }

    private async Task LookAtJobsAsync(List<ResourceWatch<T>> watches, CancellationToken cancellationToken)
    {
        if (watches.Count == 0) return;
        var request = new ListRequest<Job, Guid>("jobs-list", "jobs/", SdkJson.Context.Job, static j => j.Uuid)
        {
            // Failures too: a job that is in neither state has ended well, or is forgotten.
            Query = RunningOrFailed.Query,
        };
        var running = await ReadAllAsync(request, static j => j.Uuid, cancellationToken).ConfigureAwait(false);
        foreach (var watch in watches)
        {
            if (running.TryGetValue(watch.Job!.Value, out var job)) watch.Show(job);
            else watch.LoseJob();
        }
    }

    /// <summary>Looks for the ends of jobs that are not among the running ones: few by themselves, many with one list of all jobs.</summary>
    private async Task LookAtEndedJobsAsync(List<ResourceWatch<T>> watches, CancellationToken cancellationToken)
    {
        var jobs = new Dictionary<Guid, Job>();
        if (watches.Count > MostSingleReads)
        {
            var request = new ListRequest<Job, Guid>("jobs-list", "jobs/", SdkJson.Context.Job, static j => j.Uuid);
            jobs = await ReadAllAsync(request, static j => j.Uuid, cancellationToken).ConfigureAwait(false);
        }

        var left = MostSingleReads;
        foreach (var watch in watches)
        {
            if (jobs.TryGetValue(watch.Job!.Value, out var job))
            {
                watch.Show(job);
                continue;
            }

            if (left-- <= 0) continue;
            try
            {
                await ReadJobAsync(watch, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudSigmaException e)
            {
                watch.Error = e;
            }
        }
    }

    private async Task LookAtObjectsAsync(List<ResourceWatch<T>> watches, CancellationToken cancellationToken)
    {
        if (watches.Count == 0) return;
        var request = new ListRequest<T, Guid>(_resource.ListOperation, _resource.ListPath, _resource.Type, _resource.Uuid)
        {
            // More than that are asked for by one list of all, which is still one request.
            Query = watches.Count > UuidFilter.Most ? "" : UuidFilter.Query(watches.Select(static w => w.Uuid).Distinct()),
        };
        var found = await ReadAllAsync(request, _resource.Uuid, cancellationToken).ConfigureAwait(false);
        var left = MostSingleReads;
        foreach (var watch in watches)
        {
            var isFound = found.TryGetValue(watch.Uuid, out var value);
            if (isFound) Show(watch, value!);
            var isOpen = !isFound || (watch.JobVanished && watch.State.Outcome == OperationOutcome.Running);
            if (!isOpen || left-- <= 0) continue;
            try
            {
                // An object that is not in the list, or a job that has ended while its object goes on, is looked at closely.
                await LookAtOneAsync(watch, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudSigmaException e)
            {
                // It is the end of this wait, not of the others.
                watch.Error = e;
            }
        }
    }

    private async Task<Dictionary<Guid, TItem>> ReadAllAsync<TItem>(ListRequest<TItem, Guid> request, Func<TItem, Guid> uuid, CancellationToken cancellationToken)
    {
        var all = new Dictionary<Guid, TItem>();
        await foreach (var page in _pipeline.List(request, cancellationToken).AsPages(pageSize: 0, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items) all[uuid(item)] = item;
        }

        return all;
    }

    /// <summary>Reads the job. One that is gone, as finished ones are after 3 days, leaves the word to the object.</summary>
    private async Task ReadJobAsync(ResourceWatch<T> watch, CancellationToken cancellationToken)
    {
        try
        {
            var job = await _pipeline.SendAsync(ApiRequest.Get("jobs-get", $"jobs/{watch.Job:D}/"), SdkJson.Context.Job, cancellationToken).ConfigureAwait(false);
            watch.Show(job);
        }
        catch (ResourceNotFoundException)
        {
            watch.ForgetJob();
        }
    }

    private void Show(ResourceWatch<T> watch, T value) => watch.Show(value, _resource.Status(value));
}
