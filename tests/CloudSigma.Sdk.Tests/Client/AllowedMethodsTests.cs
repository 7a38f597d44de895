using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

public class AllowedMethodsTests
{
    [Theory]
    [InlineData("GET,PUT,DELETE,POST", "text/plain; charset=utf-8")]
    [InlineData("GET,PUT,DELETE,POST", "text/html; charset=utf-8")]
    [InlineData(" get, PUT ,DELETE,,POST\n", "application/json")]
    public async Task Methods_are_read_from_the_text_of_the_answer(string text, string contentType)
    {
        var handler = new FakeHandler(_ => FakeHandler.Text(text, contentType));

        var methods = await TestClient.Create(handler).GetAllowedMethodsAsync("/api/2.0/servers/");

        Assert.Equal([HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Post], methods);
        Assert.Equal(("OPTIONS", "/api/2.0/servers/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("<html><body>GET</body></html>")]
    [InlineData("""["GET"]""")]
    public async Task An_answer_that_is_no_list_of_methods_is_an_error(string text)
    {
        var client = TestClient.Create(new FakeHandler(_ => FakeHandler.Text(text, "text/html")));

        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetAllowedMethodsAsync("servers/"));
    }

    [Theory]
    [InlineData("http://evil.example/api/2.0/servers/")]
    [InlineData("../../other/")]
    public async Task An_address_that_leads_elsewhere_is_refused(string address)
    {
        var handler = new FakeHandler("GET");

        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).GetAllowedMethodsAsync(address));

        Assert.Empty(handler.Requests);
    }
}
