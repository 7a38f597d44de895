using System.Text.Json;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Tests.ServerContexts;

public sealed class ServerContextClientTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly DuplexStream _guest;
    private readonly DuplexStream _line;
    private readonly FakeContextHost _host;
    private readonly Task _running;
    private readonly ServerContextClient _client;

    public ServerContextClientTests()
    {
        (_guest, _line) = DuplexStream.CreatePair();
        _host = new FakeContextHost(_line, FakeContextHost.Context);
        _running = _host.RunAsync();
        _client = new ServerContextClient(_guest, new ServerContextClientOptions { TimeProvider = _time, MaxLength = 1000 });
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _running;
    }

    [Theory]
    [InlineData("name", "web")]
    [InlineData("/name", "web")]
    [InlineData("/meta/key", "a\nb\t\"c\"")]
    [InlineData("/nics/0/mac", "22:00:00:00:00:01")]
    [InlineData("cpu", "1000")]
    [InlineData("/nics/0", """{"mac": "22:00:00:00:00:01"}""")]
    [InlineData("/nics", """[{"mac": "22:00:00:00:00:01"}]""")]
    [InlineData("/meta", """{"key": "a\nb\t\"c\"", "empty": ""}""")]
    [InlineData("cpu_model", null)]
    [InlineData("/meta/empty", null)]
    [InlineData("/meta/größe", null)]
    [InlineData("/nowhere/at/all", null)]
    public async Task A_value_is_read_by_its_path(string path, string? value)
    {
        Assert.Equal(value, await _client.GetValueAsync(path));
        Assert.Equal([path], _host.Paths);
    }

    [Fact]
    public async Task Json_is_read_by_its_path()
    {
        Assert.Equal("22:00:00:00:00:01", (await _client.GetJsonAsync("/nics/0"))!.Value.GetProperty("mac").GetString());
        Assert.Equal(1000, (await _client.GetJsonAsync("cpu"))!.Value.GetInt32());
        Assert.Equal("web", (await _client.GetJsonAsync(""))!.Value.GetProperty("name").GetString());
        Assert.Null(await _client.GetJsonAsync("/nowhere"));
        await Assert.ThrowsAsync<InvalidResponseException>(() => _client.GetJsonAsync("name"));
    }

    [Fact]
    public async Task Everything_is_read_and_unknown_members_are_kept()
    {
        _host.Json = FakeContextHost.Context[..^1] + ""","new": {"deep": [1.50]}}""";

        var context = await _client.GetAsync();

        Assert.Equal((TestClient.Uuid, "web", 1000, ByteSize.GiB(1), "hunter2"), (context.Uuid, context.Name, context.Cpu, context.Memory, context.VncPassword));
        Assert.Equal("a\nb\t\"c\"", context.Meta["key"]);
        Assert.Equal("""{"deep": [1.50]}""", context.AdditionalMembers["new"].GetRawText());
        Assert.DoesNotContain("hunter2", context.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web\u0004")]
    [InlineData("web\n\u0004")]
    [InlineData("web\r\n\u0004")]
    [InlineData("web\r\u0004\r\n")]
    [InlineData("\r\n\r\nweb\r\n\r\n\u0004\r\n")]
    [InlineData("web\n\u0004left by nobody knows whom\n")]
    public async Task Line_breaks_around_an_answer_and_noise_behind_it_do_not_matter(string answer)
    {
        _host.Script.Enqueue(answer);
        _host.Script.Enqueue(answer);

        Assert.Equal("web", await _client.GetValueAsync("name"));
        Assert.Equal("web", await _client.GetValueAsync("name"));
        Assert.Equal("1000", await _client.GetValueAsync("cpu"));
    }

    [Fact]
    public async Task An_answer_may_come_in_pieces()
    {
        _host.Script.Enqueue("w");
        var reading = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        await _host.SendAsync("e");
        await _host.SendAsync("b\n");
        Assert.False(reading.IsCompleted);
        await _host.SendAsync("\u0004");

        Assert.Equal("web", await reading);
    }

    [Fact]
    public async Task Questions_wait_for_each_other()
    {
        _host.Script.Enqueue(null);
        var first = _client.GetValueAsync("name");
        var others = Enumerable.Range(0, 20).Select(i => _client.GetValueAsync(i % 2 == 0 ? "cpu" : "mem")).ToList();
        Assert.Equal("name", await _host.NextQuestionAsync());
        Assert.Single(_host.Paths);
        await _host.SendAsync("web\n\u0004");

        Assert.Equal("web", await first);
        Assert.Equal(Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? "1000" : "1073741824"), await Task.WhenAll(others));
    }

    [Fact]
    public async Task No_answer_is_a_timeout()
    {
        _host.Script.Enqueue("half of it");
        var reading = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(reading.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Contains("'name' within 10 seconds", (await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => reading)).Message, StringComparison.Ordinal);
        Assert.Equal(0, _time.PendingTimers);
    }

    [Fact]
    public async Task The_wait_in_the_queue_is_not_part_of_the_timeout()
    {
        _host.Script.Enqueue(null);
        _host.Script.Enqueue(null);
        var first = _client.GetValueAsync("name");
        var second = _client.GetValueAsync("cpu");
        await _host.NextQuestionAsync();
        _time.Advance(TimeSpan.FromSeconds(9));
        await _host.SendAsync("web\u0004");
        await first;
        await _host.NextQuestionAsync();
        _time.Advance(TimeSpan.FromSeconds(9));
        await _host.SendAsync("1000\u0004");

        Assert.Equal("1000", await second);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_a_connection_error()
    {
        _host.Script.Enqueue("half of it");
        var reading = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        await _line.DisposeAsync();

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => reading);
        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => _client.GetAsync());
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("""["hunter2"]""")]
    [InlineData("""{"vnc_password": "hunter2", "cpu": "hunter2"}""")]
    [InlineData("""{"vnc_password": "hunter2" """)]
    [InlineData("null")]
    [InlineData("")]
    public async Task Garbage_is_no_context_and_is_not_repeated_in_the_error(string answer)
    {
        _host.Script.Enqueue(answer + "\n\u0004");

        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => _client.GetAsync());

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("web", (await _client.GetAsync()).Name);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        _host.Script.Enqueue(null);
        var reading = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        await _line.WriteAsync(new byte[] { (byte)'a', 0xFF, 0xFE, 0x04 });
        await _line.FlushAsync();
        await Assert.ThrowsAsync<InvalidResponseException>(() => reading);
        _host.Script.Enqueue("a\u0000b\n\u0004");
        await Assert.ThrowsAsync<InvalidResponseException>(() => _client.GetValueAsync("name"));

        Assert.Equal("web", await _client.GetValueAsync("name"));
    }

    [Fact]
    public async Task Too_long_an_answer_is_refused_and_read_to_its_end()
    {
        _host.Script.Enqueue(new string('x', 100_000) + "\n\u0004");
        _host.Script.Enqueue(new string('x', 1000) + "\u0004");
        _host.Script.Enqueue(new string('x', 1001) + "\u0004");

        Assert.Contains("more than 1000 bytes", (await Assert.ThrowsAsync<InvalidResponseException>(() => _client.GetValueAsync("name"))).Message, StringComparison.Ordinal);
        Assert.Equal(1000, (await _client.GetValueAsync("name"))!.Length);
        await Assert.ThrowsAsync<InvalidResponseException>(() => _client.GetValueAsync("name"));
        Assert.Equal("web", await _client.GetValueAsync("name"));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r")]
    [InlineData("a\u0004")]
    [InlineData("a\0")]
    [InlineData(null)]
    public async Task A_path_that_would_end_the_question_is_refused_before_it_is_sent(string? path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _client.GetValueAsync(path!));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _client.GetJsonAsync(path!));
        Assert.Empty(_host.Paths);
    }

    [Fact]
    public async Task Options_and_streams_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ServerContextClient(null!));
        Assert.Throws<ArgumentException>(() => new ServerContextClient(new MemoryStream([], writable: false)));
        foreach (var bad in new ServerContextClientOptions[] { new() { Timeout = TimeSpan.Zero }, new() { MaxLength = 0 }, new() { TimeProvider = null! } })
            Assert.Throws<ArgumentException>(() => new ServerContextClient(_guest, bad));

        await using (var polite = new ServerContextClient(_guest, new ServerContextClientOptions { LeaveOpen = true })) Assert.Equal("web", await polite.GetValueAsync("name"));
        Assert.False(_guest.IsDisposed);
    }

    [Fact]
    public async Task A_disposed_client_fails_what_is_under_way_and_takes_no_more()
    {
        _host.Script.Enqueue(null);
        var reading = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        _client.Dispose();

        Assert.True(_guest.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Assert.ThrowsAnyAsync<CloudSigmaException>(() => reading);
            await _client.GetValueAsync("name");
        });
    }
}
