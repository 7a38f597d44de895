using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Http;

public class CancellationTests
{
    [Fact]
    public async Task A_cancellation_names_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var handler = new FakeHandler(async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return FakeHandler.Json("{}");
        });
        var pipeline = new ApiPipeline(new HttpClient(handler), new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/2.0/") });

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => pipeline.SendAsync(ApiRequest.Get("items-get", "items/1/"), TestJson.Context.TestItem, source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
    }
}
