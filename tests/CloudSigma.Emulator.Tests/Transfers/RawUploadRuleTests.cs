// What a raw upload refuses, and that it refuses before the bytes come.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public sealed class RawUploadRuleTests : TransferTest
{
    private static readonly EmulatorAccount Wrong = new("user@example.com", "wrong");

    private Uri Target => new(Cloud.DirectEndpoint, "drives/upload/");

    [Fact]
    public async Task The_direct_host_is_the_upload_url_and_answers_the_API_too()
    {
        var own = (await GetAsync("locations/?limit=0")).Objects.Single(static place => (string)place!["id"]! == "EMU")!;
        Assert.Equal(Cloud.DirectEndpoint.AbsoluteUri, (string?)own["upload_url"]);
        Assert.Equal(Cloud.Endpoint.AbsoluteUri, (string?)own["api_endpoint"]);
        Assert.NotEqual(Cloud.Endpoint.Port, Cloud.DirectEndpoint.Port);
        using var client = NewClient(Cloud.DirectEndpoint, Cloud.Accounts[0]);
        (await SendAsync(client, "GET", "drives/")).Is(200);
    }

    [Fact]
    public async Task The_host_of_the_API_names_the_right_one()
    {
        var answer = await SendBytesAsync(Client, HttpMethod.Post, new Uri(Cloud.Endpoint, "drives/upload/"), Noise(MiB));
        answer.Refused(404, "notexist");
        Assert.Contains($"upload_url that /locations/ shows, here {Cloud.DirectEndpoint}drives/upload/", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer token")]
    [InlineData("Digest username=\"user@example.com\"")]
    [InlineData("")]
    public async Task Only_Basic_is_taken(string authorization)
    {
        using var client = NewClient(Cloud.DirectEndpoint, account: null);
        if (authorization.Length > 0) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        var answer = await RawAsync(Noise(1000), client: client);
        answer.Refused(401, "permission", message: "Raw uploads take Basic authentication only");
        Assert.Equal("Basic", Assert.Single(answer.Message.Headers.WwwAuthenticate).Scheme);
        Assert.Equal(0, Cloud.Requests[^1].BytesReceived);
    }

    [Fact]
    public async Task A_session_does_not_help()
    {
        using var session = new SessionCaller(Cloud);
        (await session.LoginAsync()).Is(200);
        var answer = await session.SendAsync("POST", Target.AbsoluteUri, "{}");
        answer.Refused(401, "permission", message: "Raw uploads take Basic authentication only");
    }

    [Fact]
    public async Task A_client_that_waits_for_100_never_sends_the_body_to_a_401()
    {
        using var call = await SocketCall.StartAsync(Target, Wrong, "Expect: 100-continue", "Content-Length: 1000000");
        Assert.StartsWith("HTTP/1.1 401 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal((401, 0L), (Cloud.Requests[^1].Status, Cloud.Requests[^1].BytesReceived));
    }

    [Fact]
    public async Task And_gets_its_100_when_all_is_well()
    {
        using var call = await SocketCall.StartAsync(Target, Cloud.Accounts[0], "Expect: 100-continue", "Content-Length: 1000");
        Assert.StartsWith("HTTP/1.1 100 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        await call.SendAsync(Noise(1000));
        Assert.StartsWith("HTTP/1.1 200 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_length_has_to_be_known()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(Noise(1000)) };
        request.Headers.TransferEncodingChunked = true;
        var response = await Client.SendAsync(request);
        new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response).Refused(411, "validation");
    }

    [Fact]
    public async Task Without_all_of_its_bytes_there_is_no_drive()
    {
        using (var call = await SocketCall.StartAsync(Target, Cloud.Accounts[0], "Content-Length: 1000000"))
        {
            await call.SendAsync(Noise(600_000));
            await UntilAsync(() => Files().Length == 1);
        }

        await UntilAsync(() => Cloud.Requests.Count == 1);
        Assert.Equal((0, 600_000L), (Cloud.Requests[0].Status, Cloud.Requests[0].BytesReceived));
        Assert.Empty((await GetAsync("drives/")).Objects);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_before_the_bytes_come()
    {
        using var call = await SocketCall.StartAsync(Target, Cloud.Accounts[0], "Expect: 100-continue", $"Content-Length: {(1L << 40) + 1}");
        Assert.StartsWith("HTTP/1.1 400 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        (await RawAsync([])).Refused(400, "validation", "size");
        (await SendAsync(Client, "GET", Target.AbsoluteUri)).Refused(405, "permission");
        Assert.Equal("POST", (await SendAsync(Client, "OPTIONS", Target.AbsoluteUri)).Text);
    }

    [Fact]
    public async Task The_audit_log_tells_of_the_upload()
    {
        var uuid = await UploadedAsync(Noise(1000));
        var entry = (await GetAsync("logs/")).First;
        Assert.Equal(("init_upload", "Drives", uuid, true), ((string?)entry["action"], (string?)entry["category"], (string?)entry["uuid"], (bool)entry["success"]!));
    }
}
