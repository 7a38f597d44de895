// Pipelines with a credential on a fake server.
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

internal static class AuthenticatedClient
{
    public static readonly Uri Endpoint = new("http://127.0.0.1:8010/api/2.0/");

    public static ApiPipelineOptions Options(CloudSigmaCredential credential, TimeProvider? time = null) =>
        new() { Endpoint = Endpoint, Retry = new RetryOptions { MaxRetries = 0 }, Credential = credential, TimeProvider = time ?? TimeProvider.System };

    public static ApiPipeline Create(FakeHandler handler, CloudSigmaCredential credential, TimeProvider? time = null) =>
        new(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, Options(credential, time));

    public static AuthenticatedSender CreateSender(FakeHandler handler, CloudSigmaCredential credential) =>
        new(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, Options(credential));

    public static Task<TestItem> GetAsync(this ApiPipeline pipeline, string address = "items/1/", CancellationToken token = default) =>
        pipeline.SendAsync(ApiRequest.Get("items-get", address), TestJson.Context.TestItem, token);

    public static Task<TestItem> PutAsync(this ApiPipeline pipeline, string name) =>
        pipeline.SendAsync(ApiRequest.Put("items-update", "items/1/", new TestItem { Name = name }, TestJson.Context.TestItem), TestJson.Context.TestItem, default);
}
