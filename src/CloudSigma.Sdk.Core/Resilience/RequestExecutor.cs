// Runs a call: total timeout > retry > attempt timeout > rate limiter > one try.
using System.Globalization;
using System.Runtime.CompilerServices;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.RateLimiting;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CloudSigma.Sdk.Core.Resilience;

/// <summary>Puts the Polly strategies around the tries of a call. One per pipeline; safe for concurrent use.</summary>
internal sealed class RequestExecutor
{
    private static readonly ResiliencePropertyKey<RequestCall> CallKey = new("CloudSigma.Call");

    private readonly ResiliencePipeline _pipeline;
    private readonly ApiPipelineOptions _options;
    private readonly RetryBudget _budget;
    private readonly RequestRateLimiter? _limiter;
    private readonly RequestTelemetry _telemetry;

    public RequestExecutor(ApiPipelineOptions options, RequestRateLimiter? limiter, RequestTelemetry telemetry)
    {
        _options = options;
        _limiter = limiter;
        _telemetry = telemetry;
        _budget = new RetryBudget(options.Retry.BudgetCapacity, options.Retry.BudgetRefill);
        _pipeline = Build();
    }

    /// <summary>Runs a call to its end, and tells about it.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <typeparam name="TState">Type of the state.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="attempt">One try; it throws what the rules look at.</param>
    /// <param name="translate">Makes the SDK's errors of those of the network.</param>
    /// <param name="state">Handed to each try.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<T> ExecuteAsync<T, TState>(
        RequestCall call, Func<RequestCall, TState, CancellationToken, ValueTask<T>> attempt, Func<Exception, ApiRequest, Exception> translate, TState state,
        CancellationToken cancellationToken)
    {
        // One method for the strategies, the telemetry and the errors: every layer between the caller and the network costs memory per call.
        var activity = _telemetry.Start(call, out var started);
        var context = ResilienceContextPool.Shared.Get(call.Request.OperationId, continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            var result = await _pipeline.ExecuteAsync(
                TryAsync,
                context,
                new Step<T, TState>(this, call, attempt, translate, state)).ConfigureAwait(false);
            _budget.AddSuccess();
            _telemetry.Stop(call, activity, started, null);
            return result;
        }
        catch (Exception e)
        {
            var error = e is TimeoutRejectedException timeout && !cancellationToken.IsCancellationRequested ? Timeout(call, timeout) : e;
            if (error is CloudSigmaException own) own.Retries = call.Retries;
            _telemetry.Stop(call, activity, started, error);
            if (error != e) throw error;
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>One try: the rate limiter, the request, and the errors of the network made those of the SDK.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<T> TryAsync<T, TState>(ResilienceContext context, Step<T, TState> s)
    {
        var token = context.CancellationToken;
        try
        {
            if (s.Self._limiter is { } limiter)
            {
                var turn = limiter.WaitAsync(s.Call.Request, s.Self._telemetry, token);
                if (!turn.IsCompletedSuccessfully) await turn.ConfigureAwait(false);
            }

            return await s.Attempt(s.Call, s.State, token).ConfigureAwait(false);
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e) && !token.IsCancellationRequested)
        {
            throw s.Translate(e, s.Call.Request);
        }
        catch (Exception e) when (e is HttpRequestException or IOException && token.IsCancellationRequested)
        {
            // A connection torn down because the time is over or the caller has gone.
            throw new OperationCanceledException(e.Message, e, token);
        }
    }

    private CloudSigmaTimeoutException Timeout(RequestCall call, TimeoutRejectedException e) => new(
        string.Create(CultureInfo.InvariantCulture, $"{call.Request.Method} {_options.Endpoint.AbsoluteUri}{call.Request.Path} had no answer within {e.Timeout.TotalSeconds:0.###} seconds."), e);

    private ResiliencePipeline Build()
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = _options.TimeProvider };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = _options.TotalTimeout });
        if (_options.Retry.MaxRetries > 0)
        {
            var retry = new RetryStrategyOptions
            {
                MaxRetryAttempts = _options.Retry.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.Retry.BaseDelay,
                MaxDelay = _options.Retry.MaxDelay,
                ShouldHandle = ShouldRetryAsync,
                // What the server asks for wins over the backoff.
                DelayGenerator = static a => new ValueTask<TimeSpan?>(a.Outcome.Exception is CloudSigmaApiException { RetryAfter: { } wait } ? wait : null),
                OnRetry = OnRetryAsync,
            };
            if (_options.Randomizer is { } randomizer) retry.Randomizer = randomizer;
            builder.AddRetry(retry);
        }

        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = _options.RequestTimeout });
        return builder.Build();
    }

    private ValueTask<bool> ShouldRetryAsync(RetryPredicateArguments<object> arguments)
    {
        var call = arguments.Context.Properties.GetValue(CallKey, null!);
        var error = arguments.Outcome.Exception switch
        {
            CloudSigmaException e => e,
            TimeoutRejectedException e => Timeout(call, e),
            _ => null,
        };
        if (error is null || call.Retries >= _options.Retry.MaxRetries) return new ValueTask<bool>(false);

        var byDefault = RetryRules.ShouldRetry(call.Request.Safety, error);
        var retries = _options.Retry.ShouldRetry is { } rule
            ? rule(new RetryArguments(call.Request.OperationId, call.Request.Method, call.Request.Safety, error, call.Retries, byDefault))
            : byDefault;
        if (!retries || error is CloudSigmaApiException { RetryAfter: { } wait } && wait > _options.Retry.MaxDelay) return new ValueTask<bool>(false);
        if (_budget.TryTake()) return new ValueTask<bool>(true);
        _telemetry.RetryBudgetIsEmpty(call);
        return new ValueTask<bool>(false);
    }

    private ValueTask OnRetryAsync(OnRetryArguments<object> arguments)
    {
        var call = arguments.Context.Properties.GetValue(CallKey, null!);
        call.Retries++;
        _telemetry.Retrying(call, arguments.Outcome.Exception!, arguments.RetryDelay);
        return default;
    }

    /// <summary>What a try needs to know.</summary>
    private readonly record struct Step<T, TState>(
        RequestExecutor Self,
        RequestCall Call,
        Func<RequestCall, TState, CancellationToken, ValueTask<T>> Attempt,
        Func<Exception, ApiRequest, Exception> Translate,
        TState State);
}
