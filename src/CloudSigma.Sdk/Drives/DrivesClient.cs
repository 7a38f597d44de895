// Drives over HTTP.
using System.Globalization;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk;

internal sealed class DrivesClient(ApiPipeline pipeline, DriveOperations operations) : IDrivesClient
{
    public Pageable<Drive> ListAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<Drive, Guid>("drives-list-detail", "drives/detail/", SdkJson.Context.Drive, static d => d.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Pageable<DriveSummary> ListSummariesAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<DriveSummary, Guid>("drives-list", "drives/", SdkJson.Context.DriveSummary, static d => d.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<Drive> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("drives-get", $"drives/{uuid:D}/"), SdkJson.Context.Drive, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("drives-schema", "drives/schema/", cancellationToken);

    public async Task<Drive> CreateAsync(NewDrive drive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return (await CreateManyAsync([drive], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Drive>> CreateManyAsync(IReadOnlyList<NewDrive> drives, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drives);
        if (drives.Count == 0) return [];
        foreach (var drive in drives) Check(drive, nameof(drives));
        if (drives.Any(d => !(d.Avoid ?? []).SequenceEqual(drives[0].Avoid ?? [])))
            throw new ArgumentException("The drives name different uuids in Avoid, which the API takes once per request. Create them in separate calls.", nameof(drives));
        IReadOnlyList<NewDrive> bodies = [.. drives.Select(static d => d with { Meta = ClientToken.Into(d.Meta, d.ClientToken, nameof(drives)) })];
        var request = ApiRequest.Post(
            "drives-create", $"drives/{Guard.AvoidQuery(drives[0].Avoid, '?', nameof(drives))}", new ObjectsBody<NewDrive>(bodies), SdkJson.Context.ObjectsBodyNewDrive);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, drives.Count, SdkJson.Context.Drive, static d => d.Uuid, cancellationToken),
            [.. drives.Select(static d => d.ClientToken)],
            () => ListAsync(new DriveFilter().Name([.. drives.Select(static d => d.Name).Distinct()]), cancellationToken),
            static d => d.Meta).ConfigureAwait(false);
    }

    public async Task<Operation<Drive>> StartCreateAsync(NewDrive drive, CancellationToken cancellationToken = default) =>
        operations.Ready(await CreateAsync(drive, cancellationToken).ConfigureAwait(false));

    public Task<Drive> UpdateAsync(Drive drive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drive);
        Guard.HasUuid(drive.Uuid, nameof(drive));
        Guard.Label(drive.Name, nameof(drive));
        Guard.Meta(drive.Meta, nameof(drive), allowsNull: true);
        return pipeline.SendAsync(
            ApiRequest.Put("drives-update", $"drives/{drive.Uuid:D}/", drive, SdkJson.Context.Drive), SdkJson.Context.Drive, cancellationToken);
    }

    public Task<Drive> UpdateAsync(Guid uuid, NewDrive definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        return pipeline.SendAsync(
            ApiRequest.Put("drives-update", $"drives/{uuid:D}/", definition, SdkJson.Context.NewDrive), SdkJson.Context.Drive, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("drives-delete", $"drives/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        pipeline.DeleteManyAsync("drives-delete-bulk", "drives-list", "drives/", uuids, cancellationToken);

    public async Task<Operation<Drive>> ResizeAsync(Guid uuid, ByteSize size, CancellationToken cancellationToken = default)
    {
        var drive = await GetAsync(uuid, cancellationToken).ConfigureAwait(false);
        if (size < drive.Size)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The drive '{drive.Name}' has {drive.Size.Bytes} bytes and cannot shrink to {size.Bytes}. A drive only grows; clone its contents to a smaller one inside a server."), nameof(size));
        }

        if (size == drive.Size) return operations.Resize(drive, size);

        // The action wants the full definition (guide 34).
        var request = ApiRequest.Post(
            "drives-resize", $"drives/{uuid:D}/action/?do=resize", drive with { Size = size }, SdkJson.Context.Drive, RequestSafety.RepeatableAction);
        var resized = await ActAsync(
            uuid, async () => (await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false))[0],
            d => d.Status == DriveStatus.Resizing || d.Size >= size, cancellationToken).ConfigureAwait(false);
        return operations.Resize(resized, size);
    }

    public async Task<Operation<Drive>> SetSchedulerAsync(Guid uuid, Guid scheduler, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Guard.NotEmpty(scheduler);
        var request = ApiRequest.Post(
            "drives-set-scheduler", $"drives/{uuid:D}/action/?do=set_scheduler", new SetSchedulerBody(scheduler), SdkJson.Context.SetSchedulerBody,
            RequestSafety.RepeatableAction);
        var drive = await ActAsync(
            uuid, () => pipeline.SendAsync(request, SdkJson.Context.Drive, cancellationToken),
            d => d.BackupScheduler?.Uuid == scheduler, cancellationToken).ConfigureAwait(false);
        return operations.SetScheduler(drive, scheduler);
    }

    public Task<IReadOnlyList<IReadOnlyList<Guid>>> GetAvailabilityGroupsAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(ApiRequest.Get("drives-availability-groups", "drives/availability_groups/"), SdkJson.Context.AvailabilityGroups, cancellationToken);

    public Task<IReadOnlyList<Guid>> GetAvailabilityGroupAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(
            ApiRequest.Get("drives-availability-group", $"drives/availability_groups/{uuid:D}/"), SdkJson.Context.AvailabilityGroup, cancellationToken);
    }

    public async Task<Operation<Drive>> CloneAsync(Guid uuid, CloneDriveOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneDriveOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "drives-clone", $"drives/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneDriveOptions);
        var clones = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false);
        return operations.Clone(clones[0]);
    }

    public Operation<Drive> Track(Drive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        Guard.HasUuid(drive.Uuid, nameof(drive));
        return operations.Ready(drive);
    }

    public Task<Operation<Drive>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return operations.ResumeAsync(operationId, cancellationToken);
    }

    /// <summary>Sends an action that leaves a mark on the drive. When its answer is lost, or a repeated one is refused, the drive says what became of it.</summary>
    private async Task<Drive> ActAsync(Guid uuid, Func<Task<Drive>> act, Func<Drive, bool> hasBegun, CancellationToken cancellationToken)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (CloudSigmaException e) when (RetryRules.IsAmbiguous(e) || (e is PermissionDeniedException && e.Retries > 0))
        {
            var drive = await GetAsync(uuid, cancellationToken).ConfigureAwait(false);
            if (hasBegun(drive)) return drive;
            throw;
        }
    }

    private static void Check(NewDrive drive, string name)
    {
        ArgumentNullException.ThrowIfNull(drive, name);
        if (string.IsNullOrEmpty(drive.Name)) throw new ArgumentException("A drive needs a Name.", name);
        if (drive.Size.Bytes <= 0) throw new ArgumentException($"The Size of the drive '{drive.Name}' is {drive.Size.Bytes} bytes. It has to be larger than zero, e.g. ByteSize.GiB(10).", name);
        Guard.Label(drive.Name, name);
        Guard.Meta(drive.Meta, name);
    }
}
