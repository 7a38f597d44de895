// Traces, metrics and logs of calls. Costs next to nothing while nobody listens.
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Resilience;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Core.Diagnostics;

/// <summary>
/// Follows the conventions of OpenTelemetry for HTTP clients. Addresses are told without their query, for filters may hold names;
/// headers and credentials are never told.
/// </summary>
internal sealed class RequestTelemetry(Uri endpoint, TimeProvider timeProvider, ILogger logger)
{
    private static readonly ActivitySource Source = new(CloudSigmaDiagnostics.ActivitySourceName);
    private static readonly Meter Meter = new(CloudSigmaDiagnostics.MeterName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(CloudSigmaDiagnostics.CallDuration, "s", "How long calls take with all their tries.");
    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(CloudSigmaDiagnostics.ActiveCalls, "{call}", "Calls under way.");
    private static readonly Counter<long> RetryCounter = Meter.CreateCounter<long>(CloudSigmaDiagnostics.Retries, "{retry}", "Requests that were sent again.");
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(CloudSigmaDiagnostics.RateLimitWait, "s", "How long requests waited for the rate limiter.");

    private readonly string _host = endpoint.Host;
    private readonly int _port = endpoint.Port;
    private readonly string _root = endpoint.GetLeftPart(UriPartial.Path);

    public Activity? Start(RequestCall call, out long started)
    {
        started = timeProvider.GetTimestamp();
        var request = call.Request;
        if (Active.Enabled) Active.Add(1, OperationTag(request), MethodTag(request));
        var activity = Source.HasListeners() ? Source.StartActivity(request.OperationId ?? request.Method.Method, ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", request.Method.Method)
                .SetTag("url.full", _root + request.Path)
                .SetTag("server.address", _host)
                .SetTag("server.port", _port)
                .SetTag(CloudSigmaDiagnostics.OperationIdAttribute, request.OperationId);
        }

        Log.Started(logger, request.OperationId, request.Method, request.Path);
        return activity;
    }

    public void Stop(RequestCall call, Activity? activity, long started, Exception? error)
    {
        var elapsed = timeProvider.GetElapsedTime(started);
        var request = call.Request;
        var kind = error is null ? null : ErrorKind(error);
        if (error is CloudSigmaApiException api)
        {
            // The refusal of a credential comes as an exception, without an answer of its own.
            call.StatusCode ??= (int)api.StatusCode;
            call.RequestId ??= api.RequestId;
        }

        if (Active.Enabled) Active.Add(-1, OperationTag(request), MethodTag(request));
        if (Duration.Enabled)
        {
            var tags = new TagList { OperationTag(request), MethodTag(request), new("server.address", _host), new("server.port", _port) };
            if (call.StatusCode is { } status) tags.Add("http.response.status_code", status);
            if (kind is not null) tags.Add("error.type", kind);
            Duration.Record(elapsed.TotalSeconds, tags);
        }

        if (error is null) Log.Succeeded(logger, request.OperationId, request.Method, request.Path, call.StatusCode, call.RequestId, call.Retries, elapsed.TotalMilliseconds);
        else Log.Failed(logger, request.OperationId, request.Method, request.Path, kind, call.StatusCode, call.RequestId, call.Retries, elapsed.TotalMilliseconds);

        if (activity is null) return;
        if (activity.IsAllDataRequested)
        {
            if (call.StatusCode is { } status) activity.SetTag("http.response.status_code", status);
            if (call.Retries > 0) activity.SetTag("http.request.resend_count", call.Retries);
            if (call.RequestId is { } id) activity.SetTag(CloudSigmaDiagnostics.RequestIdAttribute, id);
            if (kind is not null) activity.SetTag("error.type", kind);
        }

        if (error is not null) activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    public void Retrying(RequestCall call, Exception error, TimeSpan delay)
    {
        var kind = ErrorKind(error);
        if (RetryCounter.Enabled) RetryCounter.Add(1, OperationTag(call.Request), MethodTag(call.Request), new KeyValuePair<string, object?>("error.type", kind));
        Log.Retrying(logger, call.Request.OperationId, call.Request.Method, call.Request.Path, kind, call.Retries, delay.TotalMilliseconds);
    }

    public void RetryBudgetIsEmpty(RequestCall call) => Log.BudgetIsEmpty(logger, call.Request.OperationId, call.Request.Method, call.Request.Path);

    public void WaitedForRateLimit(ApiRequest request, TimeSpan elapsed)
    {
        if (Wait.Enabled) Wait.Record(elapsed.TotalSeconds, OperationTag(request), MethodTag(request));
        Log.WaitedForRateLimit(logger, request.OperationId, request.Method, request.Path, elapsed.TotalMilliseconds);
    }

    private static KeyValuePair<string, object?> OperationTag(ApiRequest request) => new(CloudSigmaDiagnostics.OperationIdAttribute, request.OperationId);

    private static KeyValuePair<string, object?> MethodTag(ApiRequest request) => new("http.request.method", request.Method.Method);

    /// <summary>A status, or the name of the exception type, as the conventions ask for.</summary>
    private static string ErrorKind(Exception error) => error is CloudSigmaApiException api
        ? ((int)api.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : error.GetType().FullName ?? error.GetType().Name;
}
