// The library over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class LibraryClient(ApiPipeline pipeline, DriveOperations drives) : ILibraryClient
{
    private readonly ResourceRequests<LibraryDrive> _requests = new(pipeline, "libdrives", "libdrives/", SdkJson.Context.LibraryDrive, static d => d.Uuid);

    public Pageable<LibraryDrive> ListAsync(LibraryDriveFilter? filter = null, CancellationToken cancellationToken = default) => _requests.List(filter?.Query, cancellationToken);

    public Task<LibraryDrive> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Operation<Drive>> CloneAsync(Guid uuid, CloneDriveOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneDriveOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            "libdrives-clone", $"libdrives/{uuid:D}/action/?do=clone{Guard.AvoidQuery(options.Avoid, '&', nameof(options))}", options, SdkJson.Context.CloneDriveOptions);
        return await drives.CloneAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
