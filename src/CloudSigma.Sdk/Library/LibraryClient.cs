// The library over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class LibraryClient(ApiPipeline pipeline, DriveOperations drives) : ILibraryClient
{
    public Pageable<LibraryDrive> ListAsync(LibraryDriveFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<LibraryDrive, Guid>("libdrives-list", "libdrives/", SdkJson.Context.LibraryDrive, static d => d.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<LibraryDrive> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("libdrives-get", $"libdrives/{uuid:D}/"), SdkJson.Context.LibraryDrive, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("libdrives-schema", "libdrives/schema/", cancellationToken);

    public async Task<Operation<Drive>> CloneAsync(Guid uuid, CloneDriveOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneDriveOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "libdrives-clone", $"libdrives/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneDriveOptions);
        var clones = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false);
        return drives.Clone(clones[0]);
    }
}
