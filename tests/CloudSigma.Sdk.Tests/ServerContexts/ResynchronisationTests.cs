using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Tests.ServerContexts;

/// <summary>After a question that was given up, no later one gets its answer.</summary>
public sealed class ResynchronisationTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly DuplexStream _guest;
    private readonly FakeContextHost _host;
    private readonly Task _running;
    private readonly ServerContextClient _client;

    public ResynchronisationTests()
    {
        (_guest, var line) = DuplexStream.CreatePair();
        _host = new FakeContextHost(line, FakeContextHost.Context);
        _running = _host.RunAsync();
        _client = new ServerContextClient(_guest, new ServerContextClientOptions { TimeProvider = _time });
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _running;
    }

    [Theory]
    [InlineData("old\n\u0004")]
    [InlineData("old, first part")]
    [InlineData("")]
    [InlineData("3d504199-6bac-4612-a19e-691c9c6c6728\n\u0004")]
    [InlineData(FakeContextHost.Context + "\n\u0004")]
    [InlineData(FakeContextHost.Context + "\n\u00043d504199-6bac-4612-a19e-691c9c6c6728x\n\u0004")]
    [InlineData("\r\n\u0004\u0004\r\n")]
    public async Task A_late_answer_is_not_that_to_the_next_question(string late)
    {
        await GiveUpAsync("/meta/key");
        await _host.SendAsync(late);

        Assert.Equal("web", await _client.GetValueAsync("name"));
        Assert.Equal("1000", await _client.GetValueAsync("cpu"));
        Assert.Equal("a\nb\t\"c\"", await _client.GetValueAsync("/meta/key"));
    }

    [Fact]
    public async Task A_late_answer_may_come_while_the_next_question_is_under_way()
    {
        await GiveUpAsync("/meta/key");
        _host.Script.Enqueue("old\n\u0004" + FakeContextHost.Context + "\n\u0004");

        Assert.Equal("web", await _client.GetValueAsync("name"));
    }

    [Fact]
    public async Task A_server_that_was_renamed_in_between_is_no_trap()
    {
        // The fourth probe asks for the name.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await GiveUpAsync("/meta/key");
            await _client.GetValueAsync("cpu");
        }

        await GiveUpAsync("/meta/key");
        await _host.SendAsync(FakeContextHost.Context + "\n\u0004");
        _host.Json = FakeContextHost.Context.Replace("\"web\"", "\"renamed\"", StringComparison.Ordinal);

        Assert.Equal("1000", await _client.GetValueAsync("cpu"));
    }

    [Fact]
    public async Task Late_answers_to_a_failed_probe_are_skipped_too()
    {
        await GiveUpAsync("/meta/key");
        await GiveUpAsync("name");
        // The host wakes up and answers the three questions that it got: the first one, and the probe.
        await _host.SendAsync("old\n\u0004" + FakeContextHost.Context + "\n\u00043d504199-6bac-4612-a19e-691c9c6c6728\n\u0004");

        Assert.Equal("web", await _client.GetValueAsync("name"));
        Assert.Equal("1000", await _client.GetValueAsync("cpu"));
    }

    [Fact]
    public async Task A_cancelled_question_is_skipped_as_well()
    {
        using var stop = new CancellationTokenSource();
        _host.Script.Enqueue(null);
        var reading = _client.GetValueAsync("/meta/key", stop.Token);
        await _host.NextQuestionAsync();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(stop.Token, error.CancellationToken);
        await _host.SendAsync("old\n\u0004");
        Assert.Equal("web", await _client.GetValueAsync("name"));
    }

    [Fact]
    public async Task A_question_that_was_cancelled_in_the_queue_was_never_sent()
    {
        using var stop = new CancellationTokenSource();
        _host.Script.Enqueue(null);
        var first = _client.GetValueAsync("name");
        await _host.NextQuestionAsync();
        var second = _client.GetValueAsync("cpu", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await _host.SendAsync("web\u0004");
        await first;

        Assert.Equal("1073741824", await _client.GetValueAsync("mem"));
        Assert.Equal(["name", "mem"], _host.Paths);
    }

    [Fact]
    public async Task In_step_a_question_is_one_question()
    {
        for (var i = 0; i < 3; i++) await _client.GetValueAsync("name");

        Assert.Equal(["name", "name", "name"], _host.Paths);
    }

    /// <summary>Asks, gets nothing, and lets the time run out.</summary>
    private async Task GiveUpAsync(string path)
    {
        _host.Script.Enqueue(null);
        var before = _host.Paths.Count;
        var reading = _client.GetValueAsync(path);
        while (_host.Paths.Count == before) await _host.NextQuestionAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => reading);
    }
}
