// Looks at a server, and powers it off when that is due.
using System.Runtime.ExceptionServices;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk;

/// <summary>Shares its looks with all other waits, and leaves them for a moment to send a stop.</summary>
internal sealed class ForcedStopWatch(ISharedWatch<Server> looks, ForcedStop rule, ApiPipeline pipeline, ApiRequest stop) : ISharedWatch<Server>
{
    public async Task<OperationState<Server>> LookAsync(CancellationToken cancellationToken)
    {
        var state = await looks.LookAsync(cancellationToken).ConfigureAwait(false);
        if (rule.IsDue && await StopAsync(cancellationToken).ConfigureAwait(false) is { } error) ExceptionDispatchInfo.Throw(error);
        return state;
    }

    public async Task WaitAsync(TimeSpan first, Func<OperationState<Server>?, Exception?, TimeSpan?> looked, CancellationToken cancellationToken)
    {
        TimeSpan? next = first;
        while (next is { } delay)
        {
            await looks.WaitAsync(
                Shorten(delay), (state, error) => (next = looked(state, error)) is { } asked && !rule.IsDue ? Shorten(asked) : null, cancellationToken).ConfigureAwait(false);
            if (next is not null && rule.IsDue && await StopAsync(cancellationToken).ConfigureAwait(false) is { } error) next = looked(null, error);
        }
    }

    /// <summary>The end of the guest's time is not slept through.</summary>
    private TimeSpan Shorten(TimeSpan delay) => rule.Left is var left && left > TimeSpan.Zero && left < delay ? left : delay;

    /// <summary>Sends the stop.</summary>
    /// <returns>The error that the caller has to be told; null when the next look says what became of it.</returns>
    private async Task<CloudSigmaException?> StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.SendAsync(stop, cancellationToken).ConfigureAwait(false);
            rule.Accept();
            return null;
        }
        catch (CloudSigmaException e) when (RetryRules.IsAmbiguous(e) && !OperationPace.AsksForPatience(e))
        {
            rule.Accept();
            return null;
        }
        catch (PermissionDeniedException e)
        {
            return rule.Refuse() ? null : e;
        }
        catch (CloudSigmaException e)
        {
            return e;
        }
    }
}
