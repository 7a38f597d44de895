// Lends public addresses out of 198.18.0.0/15, a range that is reserved and never routed.
using System.Globalization;

namespace CloudSigma.Emulator.Store;

internal sealed class AddressPool
{
    private const int First = 10;
    private const int Size = 2 << 16;
    private readonly HashSet<string> _lent = new(StringComparer.Ordinal);
    private int _next = First;

    /// <summary>An address that nobody has, or null when all are lent.</summary>
    public string? Lend()
    {
        for (var tried = 0; tried < Size; tried++)
        {
            var number = _next;
            _next = _next + 1 < Size ? _next + 1 : First;
            var address = string.Create(
                CultureInfo.InvariantCulture, $"198.{18 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}");
            if (_lent.Add(address)) return address;
        }

        return null;
    }

    public void Return(string address) => _lent.Remove(address);
}
