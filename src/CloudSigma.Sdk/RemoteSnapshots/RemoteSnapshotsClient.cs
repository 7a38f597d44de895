// Remote snapshots over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class RemoteSnapshotsClient(ApiPipeline pipeline, PollingOptions polling, DriveOperations drives) : IRemoteSnapshotsClient
{
    private readonly ReadyOperations<RemoteSnapshot> _operations = new(pipeline, polling, "remotesnapshots-ready", [RemoteSnapshotStatus.Available.Value], new WatchedResource<RemoteSnapshot>(
        "remotesnapshots-get", "remotesnapshots-list-detail", "remotesnapshots/", "remotesnapshots/detail/", SdkJson.Context.RemoteSnapshot, static s => s.Uuid, static s => s.Status.Value));

    public Pageable<RemoteSnapshot> ListAsync(RemoteSnapshotFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<RemoteSnapshot, Guid>("remotesnapshots-list-detail", "remotesnapshots/detail/", SdkJson.Context.RemoteSnapshot, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<RemoteSnapshot> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("remotesnapshots-get", $"remotesnapshots/{uuid:D}/"), SdkJson.Context.RemoteSnapshot, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("remotesnapshots-schema", "remotesnapshots/schema/", cancellationToken);

    public async Task<RemoteSnapshot> CreateAsync(NewRemoteSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return (await CreateManyAsync([snapshot], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<RemoteSnapshot>> CreateManyAsync(IReadOnlyList<NewRemoteSnapshot> snapshots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        if (snapshots.Count == 0) return [];
        foreach (var snapshot in snapshots) Check(snapshot, nameof(snapshots));
        IReadOnlyList<NewRemoteSnapshot> bodies = [.. snapshots.Select(static s => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, nameof(snapshots)) })];
        var request = ApiRequest.Post("remotesnapshots-create", "remotesnapshots/", new ObjectsBody<NewRemoteSnapshot>(bodies), SdkJson.Context.ObjectsBodyNewRemoteSnapshot);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, snapshots.Count, SdkJson.Context.RemoteSnapshot, static s => s.Uuid, cancellationToken),
            [.. snapshots.Select(static s => s.ClientToken)],
            () => ListAsync(new RemoteSnapshotFilter().Drive([.. snapshots.Select(static s => s.Drive).Distinct()]), cancellationToken),
            static s => s.Meta).ConfigureAwait(false);
    }

    public async Task<Operation<RemoteSnapshot>> StartCreateAsync(NewRemoteSnapshot snapshot, CancellationToken cancellationToken = default) =>
        Track(await CreateAsync(snapshot, cancellationToken).ConfigureAwait(false));

    public Task<RemoteSnapshot> UpdateAsync(RemoteSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        Guard.Label(snapshot.Name, nameof(snapshot));
        Guard.Meta(snapshot.Meta, nameof(snapshot), allowsNull: true);
        return pipeline.SendAsync(
            ApiRequest.Put("remotesnapshots-update", $"remotesnapshots/{snapshot.Uuid:D}/", snapshot, SdkJson.Context.RemoteSnapshot), SdkJson.Context.RemoteSnapshot, cancellationToken);
    }

    public Task<RemoteSnapshot> UpdateAsync(Guid uuid, NewRemoteSnapshot definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        return pipeline.SendAsync(
            ApiRequest.Put("remotesnapshots-update", $"remotesnapshots/{uuid:D}/", definition, SdkJson.Context.NewRemoteSnapshot), SdkJson.Context.RemoteSnapshot, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("remotesnapshots-delete", $"remotesnapshots/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        pipeline.DeleteManyAsync("remotesnapshots-delete-bulk", "remotesnapshots-list", "remotesnapshots/", uuids, cancellationToken);

    public async Task<Operation<Drive>> RestoreAsync(Guid uuid, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneSnapshotOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "remotesnapshots-clone", $"remotesnapshots/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneSnapshotOptions);
        var made = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false);
        return drives.Clone(made[0]);
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
