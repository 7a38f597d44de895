using System.Text;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.IntegrationTests;

/// <summary>What servers and proxies really put on the wire when something is wrong.</summary>
public class BrokenServerTests
{
    private static readonly Guid Uuid = new("3d504199-6bac-4612-a19e-691c9c6c6728");

    private static CloudSigmaClient Connect(RawServer server, Action<CloudSigmaClientOptions>? change = null)
    {
        var options = new CloudSigmaClientOptions { Endpoint = server.Endpoint, Credential = CloudSigmaCredential.Basic("user", "secret"), Retry = new RetryOptions { MaxRetries = 0 } };
        change?.Invoke(options);
        return new CloudSigmaClient(options);
    }

    private static string Answer(string status, string type, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    [Fact]
    public async Task An_html_page_of_a_proxy_is_an_api_error_with_its_text()
    {
        await using var server = new RawServer(Answer("502 Bad Gateway", "text/html", "<html><h1>502 Bad Gateway</h1>nginx</html>"));
        using var client = Connect(server);

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => client.Servers.GetAsync(Uuid));

        Assert.Equal(502, (int)error.StatusCode);
        Assert.Contains("nginx", error.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_a_connection_error()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 5000\n\n{\"uuid\": \"");
        using var client = Connect(server);

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => client.Servers.GetAsync(Uuid));
    }

    [Fact]
    public async Task A_list_cut_off_in_a_chunk_is_asked_for_again()
    {
        var requests = new List<string>();
        await using var server = new RawServer(async (head, stream, token) =>
        {
            lock (requests) requests.Add(head.Split(' ')[1]);
            var first = """{"meta":{"limit":100,"offset":0,"total_count":2},"objects":[{"uuid":"00000001-0000-0000-0000-000000000000"},{"uu""";
            var rest = """{"meta":{"limit":99,"offset":1,"total_count":2},"objects":[{"uuid":"00000002-0000-0000-0000-000000000000"}]}""";
            var text = requests.Count == 1
                ? $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{first.Length:x}\r\n{first}"
                : Answer("200 OK", "application/json", rest);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token);
            return false;
        });
        using var client = Connect(server);

        var drives = await client.Drives.ListSummariesAsync().ReadAllAsync();

        Assert.Equal(2, drives.Count);
        Assert.Equal(["/api/2.0/drives/?limit=100", "/api/2.0/drives/?limit=99&offset=1"], requests);
    }

    [Fact]
    public async Task A_deletion_answered_with_a_forbidden_body_is_still_a_deletion()
    {
        await using var server = new RawServer("HTTP/1.1 204 NO CONTENT\nContent-Type: text/html; charset=utf-8\nContent-Length: 7\n\nsurprise");
        using var client = Connect(server);

        await client.Drives.DeleteAsync(Uuid);
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_a_connection_error()
    {
        await using var server = new RawServer("");
        using var client = Connect(server);

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => client.Servers.GetAsync(Uuid));
    }

    [Fact]
    public async Task An_answer_that_is_no_http_is_a_connection_error()
    {
        await using var server = new RawServer("SSH-2.0-OpenSSH_9.2\n\n");
        using var client = Connect(server);

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => client.Servers.GetAsync(Uuid));
    }

    [Fact]
    public async Task Nobody_listening_is_a_connection_error_that_names_the_address()
    {
        RawServer server;
        await using (server = new RawServer("")) Assert.True(server.Endpoint.Port > 0);
        using var client = new CloudSigmaClient(new() { Endpoint = new Uri("http://127.0.0.1:1/api/2.0/"), Credential = CloudSigmaCredential.Basic("a", "b"), Retry = new() { MaxRetries = 0 } });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => client.Profile.GetAsync());

        Assert.Contains("http://127.0.0.1:1/api/2.0/profile/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_ends_at_the_deadline()
    {
        var time = new ManualTimeProvider();
        var arrived = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, token) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return false;
        });
        using var client = Connect(server, o =>
        {
            o.TimeProvider = time;
            o.RequestTimeout = TimeSpan.FromSeconds(5);
        });

        var get = client.Servers.GetAsync(Uuid);
        await arrived.Task;
        time.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => get);
    }

    [Fact]
    public async Task The_first_object_is_there_while_the_server_still_writes()
    {
        var seen = new TaskCompletionSource();
        await using var server = new RawServer(async (_, stream, token) =>
        {
            var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + """{"meta":{"limit":0,"offset":0,"total_count":2},"objects":[{"uuid":"00000001-0000-0000-0000-000000000000"},"""), token);
            await seen.Task.WaitAsync(token);
            await stream.WriteAsync("""{"uuid":"00000002-0000-0000-0000-000000000000"}]}"""u8.ToArray(), token);
            return false;
        });
        using var client = Connect(server, o => o.PageSize = 0);
        var count = 0;

        await foreach (var drive in client.Drives.ListAsync())
        {
            count++;
            seen.TrySetResult();
        }

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task A_redirect_is_an_error_and_takes_no_credential_along()
    {
        var asked = 0;
        await using var elsewhere = new RawServer((_, _, _) =>
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult(false);
        });
        await using var server = new RawServer($"HTTP/1.1 302 Found\nLocation: {elsewhere.Endpoint}\nContent-Length: 0\n\n");
        using var client = Connect(server);

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => client.Profile.GetAsync());

        Assert.Equal(302, (int)error.StatusCode);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task One_connection_serves_many_requests_and_lists()
    {
        var body = """{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"uuid":"00000001-0000-0000-0000-000000000000"}]}""";
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n"), token);
            return true;
        });
        using var client = Connect(server);

        for (var i = 0; i < 5; i++) Assert.Single(await client.Drives.ListAsync().ReadAllAsync());

        Assert.Equal(1, server.Connections);
    }
}
