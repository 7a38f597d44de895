// Remote snapshots over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class RemoteSnapshotsClient(ApiPipeline pipeline, PollingOptions polling, DriveOperations drives) : IRemoteSnapshotsClient
{
    private static readonly Creation<RemoteSnapshot, NewRemoteSnapshot> Creation = new(
        SdkJson.Context.ObjectsBodyNewRemoteSnapshot,
        static (s, name) => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, name) },
        static s => s.ClientToken,
        static s => s.Meta,
        static (requests, snapshots, cancellationToken) => requests.ListDetail(new RemoteSnapshotFilter().Drive([.. snapshots.Select(static s => s.Drive).Distinct()]).Query, cancellationToken));

    private readonly ResourceRequests<RemoteSnapshot> _requests = new(pipeline, "remotesnapshots", "remotesnapshots/", SdkJson.Context.RemoteSnapshot, static s => s.Uuid);

    private readonly ReadyOperations<RemoteSnapshot> _operations = new(pipeline, polling, "remotesnapshots-ready", [RemoteSnapshotStatus.Available.Value], new WatchedResource<RemoteSnapshot>(
        "remotesnapshots-get", "remotesnapshots-list-detail", "remotesnapshots/", "remotesnapshots/detail/", SdkJson.Context.RemoteSnapshot, static s => s.Uuid, static s => s.Status.Value));

    public Pageable<RemoteSnapshot> ListAsync(RemoteSnapshotFilter? filter = null, CancellationToken cancellationToken = default) => _requests.ListDetail(filter?.Query, cancellationToken);

    public Task<RemoteSnapshot> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<RemoteSnapshot> CreateAsync(NewRemoteSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return (await CreateManyAsync([snapshot], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<RemoteSnapshot>> CreateManyAsync(IReadOnlyList<NewRemoteSnapshot> snapshots, CancellationToken cancellationToken = default)
    {
        Guard.Each(snapshots, Check);
        return await _requests.CreateManyAsync(Creation, snapshots, nameof(snapshots), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Operation<RemoteSnapshot>> StartCreateAsync(NewRemoteSnapshot snapshot, CancellationToken cancellationToken = default) =>
        Track(await CreateAsync(snapshot, cancellationToken).ConfigureAwait(false));

    public Task<RemoteSnapshot> UpdateAsync(RemoteSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.SentBack(snapshot.Uuid, snapshot.Name, snapshot.Meta, nameof(snapshot));
        return _requests.UpdateAsync(snapshot.Uuid, snapshot, cancellationToken);
    }

    public Task<RemoteSnapshot> UpdateAsync(Guid uuid, NewRemoteSnapshot definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, definition, SdkJson.Context.NewRemoteSnapshot, cancellationToken);
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
            "remotesnapshots-clone", $"remotesnapshots/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneSnapshotOptions);
        return await drives.CloneAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Operation<Drive>> RestoreAsync(RemoteSnapshot snapshot, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        return RestoreAsync(snapshot.Uuid, options, cancellationToken);
    }

    public Operation<RemoteSnapshot> Track(RemoteSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        return _operations.Ready(snapshot);
    }

    public Task<Operation<RemoteSnapshot>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return _operations.ResumeAsync(operationId, cancellationToken);
    }

    private static void Check(NewRemoteSnapshot snapshot, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot, name);
        if (snapshot.Drive == Guid.Empty) throw new ArgumentException("A remote snapshot needs the uuid of a Drive; it is empty (all zeros).", name);
        if (string.IsNullOrEmpty(snapshot.Location)) throw new ArgumentException("A remote snapshot needs a Location, e.g. 'ZRH'.", name);
        Guard.Text(snapshot.Location, "Location", name);
        Guard.Label(snapshot.Name, name);
        Guard.Meta(snapshot.Meta, name);
    }
}
