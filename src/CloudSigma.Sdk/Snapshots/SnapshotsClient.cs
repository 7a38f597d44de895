// Snapshots over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class SnapshotsClient(ApiPipeline pipeline, PollingOptions polling, DriveOperations drives) : ISnapshotsClient
{
    private static readonly Creation<Snapshot, NewSnapshot> Creation = new(
        SdkJson.Context.ObjectsBodyNewSnapshot,
        static (s, name) => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, name) },
        static s => s.ClientToken,
        static s => s.Meta,
        static (requests, snapshots, cancellationToken) => requests.ListDetail(new SnapshotFilter().Drive([.. snapshots.Select(static s => s.Drive).Distinct()]).Query, cancellationToken));

    private readonly ResourceRequests<Snapshot> _requests = new(pipeline, "snapshots", "snapshots/", SdkJson.Context.Snapshot, static s => s.Uuid);

    private readonly ReadyOperations<Snapshot> _operations = new(pipeline, polling, "snapshots-ready", [SnapshotStatus.Available.Value], new WatchedResource<Snapshot>(
        "snapshots-get", "snapshots-list-detail", "snapshots/", "snapshots/detail/", SdkJson.Context.Snapshot, static s => s.Uuid, static s => s.Status.Value));

    public Pageable<Snapshot> ListAsync(SnapshotFilter? filter = null, CancellationToken cancellationToken = default) => _requests.ListDetail(filter?.Query, cancellationToken);

    public Task<Snapshot> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Snapshot> CreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return (await CreateManyAsync([snapshot], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Snapshot>> CreateManyAsync(IReadOnlyList<NewSnapshot> snapshots, CancellationToken cancellationToken = default)
    {
        Guard.Each(snapshots, Check);
        return await _requests.CreateManyAsync(Creation, snapshots, nameof(snapshots), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Operation<Snapshot>> StartCreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default) =>
        Track(await CreateAsync(snapshot, cancellationToken).ConfigureAwait(false));

    public Task<Snapshot> UpdateAsync(Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.SentBack(snapshot.Uuid, snapshot.Name, snapshot.Meta, nameof(snapshot));
        return _requests.UpdateAsync(snapshot.Uuid, snapshot, cancellationToken);
    }

    public Task<Snapshot> UpdateAsync(Guid uuid, NewSnapshot definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, definition, SdkJson.Context.NewSnapshot, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        _requests.DeleteManyAsync(uuids, cancellationToken);

    public async Task<Operation<Drive>> RestoreAsync(Guid uuid, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneSnapshotOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "snapshots-clone", $"snapshots/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneSnapshotOptions);
        return await drives.CloneAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Operation<Drive>> RestoreAsync(Snapshot snapshot, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        return RestoreAsync(snapshot.Uuid, options, cancellationToken);
    }

    public Operation<Snapshot> Track(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        return _operations.Ready(snapshot);
    }

    public Task<Operation<Snapshot>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return _operations.ResumeAsync(operationId, cancellationToken);
    }

    private static void Check(NewSnapshot snapshot, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot, name);
        if (snapshot.Drive == Guid.Empty) throw new ArgumentException("A snapshot needs the uuid of a Drive; it is empty (all zeros).", name);
        Guard.Label(snapshot.Name, name);
        Guard.Meta(snapshot.Meta, name);
    }
}
