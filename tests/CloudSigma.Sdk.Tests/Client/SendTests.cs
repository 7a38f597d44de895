using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

public class SendTests
{
    [Theory]
    [InlineData("drives/?limit=0")]
    [InlineData("/drives/?limit=0")]
    [InlineData("/api/2.0/drives/?limit=0")]
    public async Task An_address_below_the_endpoint_is_sent_with_the_credential(string address)
    {
        var handler = new FakeHandler("""{"objects": [1]}""");

        var json = await TestClient.Create(handler).SendAsync(HttpMethod.Post, address, new JsonObject { ["a"] = 1 });

        var request = Assert.Single(handler.Requests);
        Assert.Equal("http://127.0.0.1:8010/api/2.0/drives/?limit=0", request.Uri.AbsoluteUri);
        Assert.StartsWith("Basic ", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"a":1}""", request.Body);
        Assert.Equal(1, json.GetProperty("objects")[0].GetInt32());
    }

    [Theory]
    [InlineData("http://evil.example/api/2.0/drives/")]
    [InlineData("//evil.example/api/2.0/")]
    [InlineData("../../other/")]
    [InlineData("drives/../../../x")]
    [InlineData("/api/2.0/../../x")]
    [InlineData("drives/%2e%2e/%2e%2e/%2e%2e/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("\\\\evil.example\\x")]
    public async Task An_address_that_leads_elsewhere_is_refused(string address)
    {
        var handler = new FakeHandler("{}");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).SendAsync(HttpMethod.Get, address));

        Assert.Contains("does not lead below", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_undefined() =>
        Assert.Equal(JsonValueKind.Undefined, (await TestClient.Create(new FakeHandler("")).SendAsync(HttpMethod.Delete, "drives/x/")).ValueKind);
}
