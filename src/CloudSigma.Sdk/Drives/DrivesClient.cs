// Drives over HTTP.
using System.Globalization;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk;

internal sealed class DrivesClient(ApiPipeline pipeline, DriveOperations operations, TransferHosts hosts) : IDrivesClient
{
    private static readonly Creation<Drive, NewDrive> Creation = new(
        SdkJson.Context.ObjectsBodyNewDrive,
        static (d, name) => d with { Meta = ClientToken.Into(d.Meta, d.ClientToken, name) },
        static d => d.ClientToken,
        static d => d.Meta,
        static (requests, drives, cancellationToken) => requests.ListDetail(new DriveFilter().Name([.. drives.Select(static d => d.Name).Distinct()]).Query, cancellationToken))
    {
        Query = static drives => Guard.AvoidQuery(drives[0].Avoid, '?', nameof(drives)),
    };

    private readonly ResourceRequests<Drive> _requests = new(pipeline, "drives", "drives/", SdkJson.Context.Drive, static d => d.Uuid);

    private DriveDownloads Downloads => new(pipeline, _requests, hosts);

    private DriveUploads Uploads => new(pipeline, _requests, operations, Downloads, hosts);

    public Pageable<Drive> ListAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default) => _requests.ListDetail(filter?.Query, cancellationToken);

    public Pageable<DriveSummary> ListSummariesAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default) =>
        _requests.ListSummaries(SdkJson.Context.DriveSummary, static d => d.Uuid, filter?.Query, cancellationToken);

    public Task<Drive> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Drive> CreateAsync(NewDrive drive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return (await CreateManyAsync([drive], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Drive>> CreateManyAsync(IReadOnlyList<NewDrive> drives, CancellationToken cancellationToken = default)
    {
        Guard.Each(drives, Check);
        if (drives.Any(d => !(d.Avoid ?? []).SequenceEqual(drives[0].Avoid ?? [])))
            throw new ArgumentException("The drives name different uuids in Avoid, which the API takes once per request. Create them in separate calls.", nameof(drives));
        return await _requests.CreateManyAsync(Creation, drives, nameof(drives), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Operation<Drive>> StartCreateAsync(NewDrive drive, CancellationToken cancellationToken = default) =>
        operations.Ready(await CreateAsync(drive, cancellationToken).ConfigureAwait(false));

    public Task<Drive> UpdateAsync(Drive drive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drive);
        Guard.SentBack(drive.Uuid, drive.Name, drive.Meta, nameof(drive));
        return _requests.UpdateAsync(drive.Uuid, drive, cancellationToken);
    }

    public Task<Drive> UpdateAsync(Guid uuid, NewDrive definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, definition, SdkJson.Context.NewDrive, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default) =>
        _requests.DeleteManyAsync(uuids, cancellationToken);

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
        return await operations.CloneAsync(request, cancellationToken).ConfigureAwait(false);
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

    public Task<Drive> UploadAsync(
        UploadSource source, UploadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Uploads.RunAsync(source, options ?? new UploadDriveOptions(), null, progress, cancellationToken);
    }

    public Task<Drive> ResumeUploadAsync(
        UploadTicket ticket, UploadSource source, UploadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(source);
        return Uploads.RunAsync(source, options ?? new UploadDriveOptions(), ticket, progress, cancellationToken);
    }

    public Task<DriveDownload> DownloadAsync(
        Guid uuid, DownloadTarget target, DownloadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Downloads.RunAsync(uuid, target, options ?? new DownloadDriveOptions(), progress, cancellationToken);
    }

    /// <summary>Sends an action that leaves a mark on the drive. When its answer is lost, or a repeated one is refused, the drive says what became of it.</summary>
    private async Task<Drive> ActAsync(Guid uuid, Func<Task<Drive>> act, Func<Drive, bool> hasBegun, CancellationToken cancellationToken)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (CloudSigmaException e) when (RetryRules.MayHaveBegun(e))
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
