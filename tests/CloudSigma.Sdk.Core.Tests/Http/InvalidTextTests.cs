using System.Net;
using System.Text;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Http;

public class InvalidTextTests
{
    private static ApiPipeline Pipeline(FakeHandler handler) =>
        new(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/2.0/") });

    private static Task FailAsync(byte[] body, HttpStatusCode status) =>
        Pipeline(new FakeHandler(_ => FakeHandler.Bytes(body, "application/json", status))).SendAsync(ApiRequest.Get("items-get", "items/1/"), default);

    [Theory]
    [InlineData("""[{"error_type":"concurrency","error_message":"half \ud800"}]""")]
    [InlineData("""[{"error_\ud800ype":"x","error_type":"concurrency"}]""")]
    [InlineData("""[{"error_point":"\udc00","error_type":"concurrency"}]""")]
    public async Task An_error_with_half_a_surrogate_pair_is_still_that_error(string body)
    {
        var error = await Assert.ThrowsAsync<ConcurrencyException>(() => FailAsync(Encoding.UTF8.GetBytes(body), HttpStatusCode.ServiceUnavailable));

        Assert.Single(error.Errors);
    }

    [Fact]
    public async Task An_error_with_bytes_that_are_not_utf8_is_still_that_error()
    {
        byte[] body = [.. """[{"error_type":"validation","error_message":"bad """u8, 0xFF, .. "\"}]"u8];

        var error = await Assert.ThrowsAsync<ValidationException>(() => FailAsync(body, HttpStatusCode.BadRequest));

        Assert.Equal("bad \uFFFD", Assert.Single(error.Errors).Message);
    }

    [Theory]
    [InlineData("""{"\ud800abcdefgh":1,"objects":[{"name":"a"}]}""")]
    [InlineData("""{"meta":{"total_count":"\ud800"},"objects":[{"name":"a"}]}""")]
    [InlineData("""{"meta":{"total_count":"many","limit":1.5},"objects":[{"name":"a"}]}""")]
    [InlineData("""{"meta":{"\ud800abcdefghijklm":1},"objects":[{"name":"a"}]}""")]
    public async Task What_surrounds_the_objects_of_a_list_may_be_no_text(string body)
    {
        var server = new ItemServer(0) { Answer = (_, _) => Task.FromResult(FakeHandler.Json(body)) };

        Assert.Equal("a", Assert.Single(await server.List().ReadAllAsync()).Name);
        Assert.Equal("a", Assert.Single(await Pipeline(new FakeHandler(body)).SendForObjectsAsync(
            ApiRequest.Post("items-create", "items/"), TestJson.Context.TestItem, default)).Name);
    }

    [Theory]
    [InlineData("""{"objects":[{"name":"\ud800"}]}""")]
    [InlineData("""{"objects":[{"\ud800":"x"}]}""")]
    public async Task An_object_with_half_a_surrogate_pair_is_not_understood(string body)
    {
        var server = new ItemServer(0) { Answer = (_, _) => Task.FromResult(FakeHandler.Json(body)) };

        await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());
    }
}
