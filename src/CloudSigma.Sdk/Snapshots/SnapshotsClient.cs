// Snapshots over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class SnapshotsClient(ApiPipeline pipeline, PollingOptions polling, DriveOperations drives) : ISnapshotsClient
{
    private readonly ReadyOperations<Snapshot> _operations = new(pipeline, polling, "snapshots-ready", [SnapshotStatus.Available.Value], new WatchedResource<Snapshot>(
        "snapshots-get", "snapshots-list-detail", "snapshots/", "snapshots/detail/", SdkJson.Context.Snapshot, static s => s.Uuid, static s => s.Status.Value));

    public Pageable<Snapshot> ListAsync(SnapshotFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<Snapshot, Guid>("snapshots-list-detail", "snapshots/detail/", SdkJson.Context.Snapshot, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<Snapshot> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("snapshots-get", $"snapshots/{uuid:D}/"), SdkJson.Context.Snapshot, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("snapshots-schema", "snapshots/schema/", cancellationToken);

    public async Task<Snapshot> CreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return (await CreateManyAsync([snapshot], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Snapshot>> CreateManyAsync(IReadOnlyList<NewSnapshot> snapshots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        if (snapshots.Count == 0) return [];
        foreach (var snapshot in snapshots) Check(snapshot, nameof(snapshots));
        IReadOnlyList<NewSnapshot> bodies = [.. snapshots.Select(static s => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, nameof(snapshots)) })];
        var request = ApiRequest.Post("snapshots-create", "snapshots/", new ObjectsBody<NewSnapshot>(bodies), SdkJson.Context.ObjectsBodyNewSnapshot);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, snapshots.Count, SdkJson.Context.Snapshot, static s => s.Uuid, cancellationToken),
            [.. snapshots.Select(static s => s.ClientToken)],
            () => ListAsync(new SnapshotFilter().Drive([.. snapshots.Select(static s => s.Drive).Distinct()]), cancellationToken),
            static s => s.Meta).ConfigureAwait(false);
    }

    public async Task<Operation<Snapshot>> StartCreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default) =>
        Track(await CreateAsync(snapshot, cancellationToken).ConfigureAwait(false));

    public Task<Snapshot> UpdateAsync(Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.HasUuid(snapshot.Uuid, nameof(snapshot));
        Guard.Label(snapshot.Name, nameof(snapshot));
        Guard.Meta(snapshot.Meta, nameof(snapshot), allowsNull: true);
        return pipeline.SendAsync(
            ApiRequest.Put("snapshots-update", $"snapshots/{snapshot.Uuid:D}/", snapshot, SdkJson.Context.Snapshot), SdkJson.Context.Snapshot, cancellationToken);
    }

    public Task<Snapshot> UpdateAsync(Guid uuid, NewSnapshot definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        return pipeline.SendAsync(
            ApiRequest.Put("snapshots-update", $"snapshots/{uuid:D}/", definition, SdkJson.Context.NewSnapshot), SdkJson.Context.Snapshot, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("snapshots-delete", $"snapshots/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        pipeline.DeleteManyAsync("snapshots-delete-bulk", "snapshots-list", "snapshots/", uuids, cancellationToken);

    public async Task<Operation<Drive>> RestoreAsync(Guid uuid, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneSnapshotOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "snapshots-clone", $"snapshots/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneSnapshotOptions);
        var made = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false);
        return drives.Clone(made[0]);
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
