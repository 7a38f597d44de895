// The nonces that were handed out, and the counts that were used with each.
using System.Globalization;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed class NonceBook(CloudState state, TimeSpan lifetime)
{
    private const int Capacity = 100_000;
    private readonly Dictionary<string, (DateTimeOffset Until, HashSet<uint> Used)> _nonces = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>A new nonce in the documented form: seconds, four upper-case digits and 32 lower-case ones.</summary>
    public string Issue()
    {
        while (_order.TryPeek(out var oldest) && (_order.Count >= Capacity || _nonces[oldest].Until <= state.Now))
            _nonces.Remove(_order.Dequeue());

        var seconds = (state.Now - DateTimeOffset.UnixEpoch).Ticks / (TimeSpan.TicksPerSecond / 100) / 100m;
        var nonce = string.Create(
            CultureInfo.InvariantCulture, $"{seconds:0.00}:{state.Ids.NewSecret(2).ToUpperInvariant()}:{state.Ids.NewSecret(16)}");
        _nonces.Add(nonce, (state.Now + lifetime, []));
        _order.Enqueue(nonce);
        return nonce;
    }

    /// <summary>Uses a nonce with a count, or says why it cannot be used any more. Counts may come in any order, but each only once.</summary>
    public string? Use(string nonce, uint? count)
    {
        if (!_nonces.TryGetValue(nonce, out var entry)) return "The nonce is not known, or forgotten.";
        if (entry.Until <= state.Now) return "The nonce has expired.";
        return count is { } number && !entry.Used.Add(number) ? $"The count nc={number:x8} was used before." : null;
    }
}
