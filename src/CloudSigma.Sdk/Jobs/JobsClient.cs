// Jobs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class JobsClient(ApiPipeline pipeline) : IJobsClient
{
    public Pageable<Job> ListAsync(JobFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<Job, Guid>("jobs-list", "jobs/", SdkJson.Context.Job, static j => j.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<Job> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("jobs-get", $"jobs/{uuid:D}/"), SdkJson.Context.Job, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("jobs-schema", "jobs/schema/", cancellationToken);
}
