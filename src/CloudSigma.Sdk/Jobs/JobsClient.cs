// Jobs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class JobsClient(ApiPipeline pipeline) : IJobsClient
{
    private readonly ResourceRequests<Job> _requests = new(pipeline, "jobs", "jobs/", SdkJson.Context.Job, static j => j.Uuid);

    public Pageable<Job> ListAsync(JobFilter? filter = null, CancellationToken cancellationToken = default) => _requests.List(filter?.Query, cancellationToken);

    public Task<Job> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);
}
