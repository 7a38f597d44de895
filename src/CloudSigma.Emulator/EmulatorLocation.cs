// What the place offers where the emulated cloud stands.
namespace CloudSigma.Emulator;

/// <summary>What the location of the emulated cloud offers.</summary>
public sealed record EmulatorLocation
{
    /// <summary>How many IPv4 addresses each account has subscribed from the start, from 0 to 1,000. The default is 3.</summary>
    public int Addresses { get; init; } = 3;

    /// <summary>How many IPv6 addresses each account has subscribed from the start, from 0 to 1,000. The default is 1.</summary>
    public int AddressesV6 { get; init; } = 1;

    /// <summary>How many VLANs each account has subscribed from the start, from 0 to 1,000. The default is 2.</summary>
    public int Vlans { get; init; } = 2;
}
