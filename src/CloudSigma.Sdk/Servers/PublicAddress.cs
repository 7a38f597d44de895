// Where a public address of a network card comes from.
using System.Net;

namespace CloudSigma.Sdk;

/// <summary>How a network card gets one public address (guide 12). Only forms that the API takes can be made.</summary>
public sealed record PublicAddress
{
    private PublicAddress(IPConfigurationMode mode, IPAddress? address = null)
    {
        Mode = mode;
        Address = address;
    }

    /// <value>An address is chosen at each start and may change with it.</value>
    public static PublicAddress Dhcp { get; } = new(IPConfigurationMode.Dhcp);

    /// <value>No address is given; the guest may use every subscribed address of the account, also several on one card.</value>
    public static PublicAddress Manual { get; } = new(IPConfigurationMode.Manual);

    /// <summary>A subscribed address of the account that is in no other use. It is delivered by DHCP and stays.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The form.</returns>
    public static PublicAddress Static(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new PublicAddress(IPConfigurationMode.Static, address);
    }

    /// <value>How the card gets its address.</value>
    public IPConfigurationMode Mode { get; }

    /// <value>The address of a static form; null for the others.</value>
    public IPAddress? Address { get; }

    /// <summary>The form as it stands in the definition of a card.</summary>
    internal IPConfiguration ToConfiguration() =>
        Address is null ? new IPConfiguration { Mode = Mode } : new IPConfiguration { Mode = Mode, IP = Address };
}
