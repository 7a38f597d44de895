// Locations over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class LocationsClient(ApiPipeline pipeline) : ILocationsClient
{
    public Pageable<Location> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<Location, string>("locations-list", "locations/", SdkJson.Context.Location, static l => l.Id), cancellationToken);
}
