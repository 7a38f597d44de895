// Something that takes time in the cloud, and the wait for it.
using System.Globalization;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Work that goes on in the cloud after the request was accepted. Waiting for it is optional.</summary>
/// <remarks>
/// An operation can be resumed in another process: keep <see cref="Id"/> and hand it to <c>ResumeAsync</c> of the client that made it.
/// Waits end at the latest with the timeout of <see cref="PollingOptions"/>. One operation is for one caller at a time.
/// </remarks>
/// <typeparam name="T">Type of the object that the operation works on.</typeparam>
public sealed class Operation<T>
{
    /// <summary>How long a look may go on that began before the deadline.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    private readonly Func<CancellationToken, Task<OperationState<T>>>? _look;
    private readonly ISharedWatch<T>? _shared;
    private readonly PollingOptions _polling;
    private readonly TimeProvider _timeProvider;
    private readonly long _started;
    private OperationState<T> _state;

    /// <summary>Makes an operation.</summary>
    /// <param name="id">A text from which the operation can be resumed.</param>
    /// <param name="state">What is known at the start.</param>
    /// <param name="look">Looks at the operation once.</param>
    /// <param name="polling">How it is waited for.</param>
    /// <param name="timeProvider">The clock.</param>
    public Operation(string id, OperationState<T> state, Func<CancellationToken, Task<OperationState<T>>> look, PollingOptions polling, TimeProvider timeProvider)
        : this(id, state)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(polling);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _look = look;
        _polling = polling;
        _timeProvider = timeProvider;
        _started = timeProvider.GetTimestamp();
    }

    /// <summary>Makes an operation whose looks are shared with others.</summary>
    internal Operation(string id, OperationState<T> state, ISharedWatch<T> shared, PollingOptions polling, TimeProvider timeProvider)
        : this(id, state, shared.LookAsync, polling, timeProvider) => _shared = shared;

    private Operation(string id, OperationState<T> state)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        _state = state;
        _polling = new PollingOptions();
        _timeProvider = TimeProvider.System;
    }

    /// <value>A text from which the operation can be resumed, also in another process.</value>
    public string Id { get; }

    /// <value>The object as last read.</value>
    public T Value => _state.Value;

    /// <value>Whether the operation has ended, well or not, as last read.</value>
    public bool HasCompleted => _state.Outcome != OperationOutcome.Running;

    /// <value>Whether the operation has ended as it should, as last read.</value>
    public bool HasSucceeded => _state.Outcome == OperationOutcome.Succeeded;

    /// <value>How far the operation is, as last read.</value>
    public OperationProgress Progress => new(
        HasSucceeded && _state.Percent is not null ? 100 : _state.Percent, _state.Status, _look is null ? TimeSpan.Zero : _timeProvider.GetElapsedTime(_started))
    {
        Parts = _state.Parts,
    };

    /// <summary>Makes an operation that has succeeded, for tests and fakes.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The operation.</returns>
    public static Operation<T> FromResult(T value) => new("completed", new OperationState<T>(value, OperationOutcome.Succeeded, "completed", 100));

    /// <summary>Looks at the operation once.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The object as it is now.</returns>
    /// <exception cref="CloudSigmaException">The look failed.</exception>
    public async Task<T> UpdateAsync(CancellationToken cancellationToken = default)
    {
        if (HasCompleted || _look is null) return Value;
        Apply(await _look(cancellationToken).ConfigureAwait(false));
        return Value;
    }

    /// <summary>Waits until the operation has ended.</summary>
    /// <remarks>Waits of one client that go on at the same time share their requests, so that hundreds of them cost as many as one.</remarks>
    /// <param name="progress">Is told after each look; null for nobody.</param>
    /// <param name="cancellationToken">Ends the wait, not the operation.</param>
    /// <returns>The object as it is at the end.</returns>
    /// <exception cref="OperationFailedException">The operation ended otherwise than it should.</exception>
    /// <exception cref="OperationTimeoutException">The operation did not end in time; it may still do so.</exception>
    /// <exception cref="CloudSigmaException">A look failed.</exception>
    /// <exception cref="OperationCanceledException">The caller ended the wait.</exception>
    public async Task<T> WaitForCompletionAsync(IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        progress?.Report(Progress);
        if (!HasCompleted)
        {
            var pace = new OperationPace(_polling, _timeProvider);
            // A look that does not come to an end must not hold the wait beyond its deadline. The last look gets a moment to end by itself.
            using var deadline = new CancellationTokenSource(_polling.Timeout + LastLook, _timeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                if (_shared is not null) await _shared.WaitAsync(Next(pace), Looked, either.Token).ConfigureAwait(false);
                else await WaitAloneAsync(pace, Looked, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                if (cancellationToken.IsCancellationRequested) throw new OperationCanceledException(e.Message, e, cancellationToken);
                if (deadline.IsCancellationRequested) throw OutOfTime();
                throw;
            }

            TimeSpan? Looked(OperationState<T>? state, Exception? error)
            {
                if (state is { } now) Apply(now);
                pace.Slow(error);
                progress?.Report(Progress);
                return HasCompleted ? null : Next(pace);
            }
        }

        return HasSucceeded
            ? Value
            : throw new OperationFailedException($"The operation {Id} failed. The status is '{_state.Status}'.", Id, _state.Status, Value);
    }

    private async Task WaitAloneAsync(OperationPace pace, Func<OperationState<T>?, Exception?, TimeSpan?> looked, CancellationToken cancellationToken)
    {
        for (TimeSpan? delay = Next(pace); delay is { } time;)
        {
            await Task.Delay(time, _timeProvider, cancellationToken).ConfigureAwait(false);
            OperationState<T>? state = null;
            Exception? error = null;
            try
            {
                state = await _look!(cancellationToken).ConfigureAwait(false);
            }
            catch (CloudSigmaApiException e) when (OperationPace.AsksForPatience(e))
            {
                error = e;
            }

            delay = looked(state, error);
        }
    }

    /// <summary>Takes over what a look has shown. The progress never goes back.</summary>
    private void Apply(OperationState<T> state) =>
        _state = state with { Percent = state.Percent is { } now && _state.Percent is { } before ? Math.Max(now, before) : state.Percent ?? _state.Percent };

    private TimeSpan Next(OperationPace pace) => pace.Next() ?? throw OutOfTime();

    private OperationTimeoutException OutOfTime() => new(
        string.Create(CultureInfo.InvariantCulture, $"The operation {Id} did not end within {_polling.Timeout.TotalSeconds:0.###} seconds. Its last status was '{_state.Status}'. It may still end."),
        Id, _state.Status, Value);
}
