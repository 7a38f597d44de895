using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Core.Tests.Diagnostics;

public class TelemetryTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Recorder _recorder = new();

    private ApiPipeline Pipeline(Func<FakeRequest, HttpResponseMessage> answer, Func<ApiPipelineOptions, ApiPipelineOptions>? change = null)
    {
        var options = new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/"), TimeProvider = _time, Logger = _recorder, Credential = CloudSigmaCredential.Basic("canary-user", "canary-password") };
        return new ApiPipeline(new HttpClient(new FakeHandler(answer)), change?.Invoke(options) ?? options);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}")
    {
        var response = FakeHandler.Json(body, status);
        response.Headers.Add("X-REQUEST-ID", "req-9");
        return response;
    }

    [Fact]
    public async Task A_call_is_one_activity_with_the_usual_attributes()
    {
        var operation = $"items-{Guid.NewGuid()}";
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static s => s.Name == CloudSigmaDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                if (a.OperationName == operation) activities.Enqueue(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var tries = 0;
        var pipeline = Pipeline(_ => ++tries == 1 ? Answer(HttpStatusCode.BadGateway) : Answer(HttpStatusCode.OK));

        var send = pipeline.SendAsync(ApiRequest.Get(operation, "items/?name=canary-filter"), default);
        await _time.RunUntilCompletedAsync(send, within: TimeSpan.FromSeconds(90));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Pipeline(_ => Answer(HttpStatusCode.NotFound)).SendAsync(ApiRequest.Get(operation, "items/1/"), default));

        Assert.Equal(2, activities.Count);
        var (good, bad) = (activities.First(), activities.Last());
        Assert.Equal(ActivityKind.Client, good.Kind);
        Assert.Equal("GET", good.GetTagItem("http.request.method"));
        Assert.Equal("http://127.0.0.1:8010/api/items/", good.GetTagItem("url.full"));
        Assert.Equal("127.0.0.1", good.GetTagItem("server.address"));
        Assert.Equal(8010, good.GetTagItem("server.port"));
        Assert.Equal(200, good.GetTagItem("http.response.status_code"));
        Assert.Equal(1, good.GetTagItem("http.request.resend_count"));
        Assert.Equal("req-9", good.GetTagItem(CloudSigmaDiagnostics.RequestIdAttribute));
        Assert.Equal(operation, good.GetTagItem(CloudSigmaDiagnostics.OperationIdAttribute));
        Assert.Equal(ActivityStatusCode.Error, bad.Status);
        Assert.Equal("404", bad.GetTagItem("error.type"));
        Assert.DoesNotContain("canary", string.Join(' ', activities.SelectMany(a => a.TagObjects).Select(t => $"{t.Key}={t.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_and_retries_are_measured()
    {
        var operation = $"items-{Guid.NewGuid()}";
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, l) =>
            {
                if (instrument.Meter.Name == CloudSigmaDiagnostics.MeterName) l.EnableMeasurementEvents(instrument);
            },
        };
        void Note(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var map = new Dictionary<string, object?>(tags.ToArray());
            if (operation.Equals(map.GetValueOrDefault(CloudSigmaDiagnostics.OperationIdAttribute))) measured.Enqueue((name, value, map));
        }

        listener.SetMeasurementEventCallback<double>((i, v, t, _) => Note(i.Name, v, t));
        listener.SetMeasurementEventCallback<long>((i, v, t, _) => Note(i.Name, v, t));
        listener.Start();
        var tries = 0;

        var send = Pipeline(_ => ++tries == 1 ? Answer(HttpStatusCode.BadGateway) : Answer(HttpStatusCode.OK)).SendAsync(ApiRequest.Get(operation, "items/1/"), default);
        await _time.RunUntilCompletedAsync(send, within: TimeSpan.FromSeconds(90));

        Assert.Equal([1, -1], measured.Where(m => m.Name == CloudSigmaDiagnostics.ActiveCalls).Select(m => m.Value));
        var retry = Assert.Single(measured, m => m.Name == CloudSigmaDiagnostics.Retries);
        Assert.Equal("502", retry.Tags["error.type"]);
        var duration = Assert.Single(measured, m => m.Name == CloudSigmaDiagnostics.CallDuration);
        Assert.True(duration.Value > 0);
        Assert.Equal(200, duration.Tags["http.response.status_code"]);
        Assert.Equal("GET", duration.Tags["http.request.method"]);
    }

    [Fact]
    public async Task The_log_tells_calls_retries_and_failures_with_the_request_id()
    {
        var tries = 0;
        var send = Pipeline(_ => ++tries == 1 ? Answer(HttpStatusCode.BadGateway) : Answer(HttpStatusCode.NotFound)).SendAsync(ApiRequest.Get("items-get", "items/1/"), default);
        await _time.RunUntilCompletedAsync(send, within: TimeSpan.FromSeconds(90));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => send);

        Assert.Equal([1, 3, 4], _recorder.Entries.Select(e => e.Id));
        Assert.Contains("retry 1", _recorder.Entries[1].Text, StringComparison.Ordinal);
        Assert.Contains("404", _recorder.Entries[2].Text, StringComparison.Ordinal);
        Assert.Contains("req-9", _recorder.Entries[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _recorder.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_logged_only_when_asked_for_and_only_harmless_values()
    {
        const string Body = """{"name":"canary-name","vnc_password":"canary-password","otp":424242,"status":"running","size":5,"meta":{"k":"canary-meta","uuid":null},"tags":["canary-tag"],"flag":true}""";
        var request = ApiRequest.Custom(HttpMethod.Put, "items/1/", System.Text.Encoding.UTF8.GetBytes(Body));

        await Pipeline(_ => Answer(HttpStatusCode.OK, Body)).SendForJsonAsync(request, default);
        Assert.DoesNotContain(_recorder.Entries, e => e.Id == 7);
        await Pipeline(_ => Answer(HttpStatusCode.OK, Body), o => o with { LogBodies = true }).SendForJsonAsync(request, default);

        var logged = _recorder.Entries.Where(e => e.Id == 7).ToList();
        Assert.Equal(2, logged.Count);
        Assert.All(logged, e => Assert.Contains(
            """{"name":"***","vnc_password":"***","otp":"***","status":"running","size":5,"meta":{"k":"***","uuid":null},"tags":["***"],"flag":"***"}""", e.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", _recorder.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "(0 bytes that are not JSON)")]
    [InlineData("not json canary", "(15 bytes that are not JSON)")]
    [InlineData("[1,[{\"uuid\":\"x\"}],{\"uuid\":{\"name\":\"canary\"}}]", """["***",[{"uuid":"x"}],{"uuid":{"name":"***"}}]""")]
    [InlineData("""{"meta":{"limit":20,"offset":0,"total_count":1,"status":"canary"},"size":5}""", """{"meta":{"limit":20,"offset":0,"total_count":1,"status":"***"},"size":5}""")]
    [InlineData("""{"meta":{"size":5,"limit":"canary","deep":{"size":6},"list":[{"size":7}]},"objects":[{"meta":{"conf":"canary"},"conf":"x"}]}""", """{"meta":{"size":"***","limit":"***","deep":{"size":"***"},"list":[{"size":"***"}]},"objects":[{"meta":{"conf":"***"},"conf":"x"}]}""")]
    [InlineData("""{"meta":null,"model":"x","other":{"meta":[{"model":"y"}]}}""", """{"meta":null,"model":"x","other":{"meta":[{"model":"y"}]}}""")]
    [InlineData("""{"size":5,"\ud800":"canary","status":"\udc00"}""", """{"size":5,"\\ud800":"***","status":"\\udc00"}""")]
    public void Any_body_is_redacted(string body, string expected) => Assert.Equal(expected, BodyLog.Redact(System.Text.Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""{"status":"canary","limit":7,"meta":{"offset":8}}""", """{"status":"***","limit":"***","meta":{"offset":"***"}}""")]
    [InlineData("""[{"status":"canary"},"canary"]""", """[{"status":"***"},"***"]""")]
    public void Nothing_of_a_free_map_is_shown(string body, string expected) =>
        Assert.Equal(expected, BodyLog.Redact(System.Text.Encoding.UTF8.GetBytes(body), isFreeMap: true));

    [Fact]
    public void A_long_body_is_cut()
    {
        var redacted = BodyLog.Redact(System.Text.Encoding.UTF8.GetBytes($$"""{"status":"a","list":[{{string.Join(",", Enumerable.Repeat("\"canary\"", 5000))}}]}"""));

        Assert.EndsWith("...", redacted, StringComparison.Ordinal);
        Assert.InRange(redacted.Length, 100, 8192);
        Assert.DoesNotContain("canary", redacted, StringComparison.Ordinal);
    }

    private sealed class Recorder : ILogger
    {
        public List<(int Id, LogLevel Level, string Text)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((eventId.Id, logLevel, formatter(state, exception) + exception));

        public override string ToString() => string.Join('\n', Entries.Select(e => e.Text));
    }
}
