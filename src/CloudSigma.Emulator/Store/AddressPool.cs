// Public addresses out of ranges that are reserved and never routed.
using System.Globalization;
using System.Net;

namespace CloudSigma.Emulator.Store;

internal sealed class AddressPool
{
    private const int First = 10;
    private const int Size = 1 << 16;
    private readonly CloudState _state;
    private readonly string _prefix;
    private readonly bool _isV6;
    private readonly HashSet<string> _lent = new(StringComparer.Ordinal);
    private int _next = First;

    private AddressPool(CloudState state, string prefix, bool isV6)
    {
        _state = state;
        _prefix = prefix;
        _isV6 = isV6;
    }

    /// <summary>A pool of 198.18.0.0/15; the block is 18 or 19.</summary>
    public static AddressPool V4(CloudState state, int block) => new(state, $"198.{block}", isV6: false);

    /// <summary>A pool of 2001:db8::/32.</summary>
    public static AddressPool V6(CloudState state, int block) => new(state, $"2001:db8:{block}", isV6: true);

    /// <summary>The length of the prefix of the networks in the pool.</summary>
    public int Netmask => _isV6 ? 64 : 24;

    /// <summary>An address that nobody has, or null when all are taken. It comes back when the request fails.</summary>
    public string? Take()
    {
        for (var tried = 0; tried < Size; tried++)
        {
            var number = _next;
            _next = _next + 1 < Size ? _next + 1 : First;
            // The first ones of a network are the network itself and its gateway, and the last one of IPv4 is for everybody.
            if ((number & 255) is 0 or 1 or 255) continue;
            var address = Spell(number);
            if (!_lent.Add(address)) continue;
            _state.Journal?.OnRollback(() => _lent.Remove(address));
            return address;
        }

        return null;
    }

    public void Return(string address) => _lent.Remove(address);

    /// <summary>The gateway of the network of an address.</summary>
    public string Gateway(string address) => _isV6 ? $"{_prefix}::1" : address[..address.LastIndexOf('.')] + ".1";

    private string Spell(int number) => _isV6
        ? IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"{_prefix}::{number:x}")).ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{_prefix}.{number >> 8}.{number & 255}");
}
