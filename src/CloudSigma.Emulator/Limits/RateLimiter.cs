// Counts the requests of each account and refuses those above the limit.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Limits;

internal sealed class RateLimiter(CloudState state, EmulatorRateLimits? limits)
{
    private readonly Dictionary<(AccountPartition Account, string Kind), (DateTimeOffset End, int Count)> _windows = [];

    /// <summary>Counts a request, or refuses it with the time that is left of the window. Refused requests do not count.</summary>
    public void Check(AccountPartition account, string method, string path)
    {
        if (limits is null) return;
        var (kind, allowed) = Limit(method, path);
        if (allowed is not { } most) return;
        var window = _windows.GetValueOrDefault((account, kind));
        if (window.End <= state.Now) window = (state.Now + limits.Window, 0);
        if (window.Count >= most)
            throw ApiException.TooManyRequests($"More than {most} requests of the kind {kind} within {limits.Window}", window.End - state.Now);
        _windows[(account, kind)] = window with { Count = window.Count + 1 };
    }

    private (string Kind, int? Allowed) Limit(string method, string path) => method switch
    {
        "GET" or "HEAD" => ("GET", limits!.Get),
        "POST" when path.TrimEnd('/') == Router.Root + "servers" => ("POST /servers/", limits!.CreateServer),
        "POST" => ("POST", limits!.Post),
        "PUT" => ("PUT", limits!.Put),
        "DELETE" => ("DELETE", limits!.Delete),
        _ => (method, null),
    };
}
