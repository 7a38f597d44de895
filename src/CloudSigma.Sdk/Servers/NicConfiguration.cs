// What a network card is connected to.
using System.Net;
using System.Net.Sockets;

namespace CloudSigma.Sdk;

/// <summary>What a network card is connected to: a private network, the internet, or nothing (guide 12). Combinations that the API forbids cannot be made.</summary>
/// <remarks>Give it to <see cref="Nic.Create"/>, <see cref="Nic.WithConfiguration"/> or <see cref="Server.AddNic"/>.</remarks>
public sealed record NicConfiguration
{
    private NicConfiguration()
    {
    }

    /// <value>No configuration: the card is there, and connected to nothing.</value>
    public static NicConfiguration None { get; } = new();

    /// <summary>A public IPv4 address that is chosen at each start.</summary>
    /// <returns>The configuration.</returns>
    public static NicConfiguration Dhcp() => Public(PublicAddress.Dhcp);

    /// <summary>A subscribed public address of the account, IPv4 or IPv6.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The configuration.</returns>
    public static NicConfiguration Static(IPAddress address)
    {
        var form = PublicAddress.Static(address);
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Public(ipv6: form) : Public(form);
    }

    /// <summary>Public IPv4 without an address: the guest configures subscribed addresses of the account by itself.</summary>
    /// <returns>The configuration.</returns>
    public static NicConfiguration Manual() => Public(PublicAddress.Manual);

    /// <summary>Public IPv4, IPv6 or both.</summary>
    /// <param name="ipv4">How the card gets its IPv4 address; null for none.</param>
    /// <param name="ipv6">How the card gets its IPv6 address; null for none.</param>
    /// <returns>The configuration; the same as <see cref="None"/> when both are null.</returns>
    /// <exception cref="ArgumentException">A static address is of the other family.</exception>
    public static NicConfiguration Public(PublicAddress? ipv4 = null, PublicAddress? ipv6 = null)
    {
        if (ipv4?.Address is { AddressFamily: not AddressFamily.InterNetwork } wrong4) throw new ArgumentException($"{wrong4} is not an IPv4 address. Pass it as ipv6.", nameof(ipv4));
        if (ipv6?.Address is { AddressFamily: not AddressFamily.InterNetworkV6 } wrong6) throw new ArgumentException($"{wrong6} is not an IPv6 address. Pass it as ipv4.", nameof(ipv6));
        return new NicConfiguration { IPv4 = ipv4, IPv6 = ipv6 };
    }

    /// <summary>A private network.</summary>
    /// <param name="vlan">Uuid of the VLAN.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ArgumentException"><paramref name="vlan"/> is empty.</exception>
    public static NicConfiguration Private(Guid vlan)
    {
        Guard.NotEmpty(vlan);
        return new NicConfiguration { Vlan = vlan };
    }

    /// <value>Uuid of the private network; null for none.</value>
    public Guid? Vlan { get; private init; }

    /// <value>How the card gets its public IPv4 address; null for none.</value>
    public PublicAddress? IPv4 { get; private init; }

    /// <value>How the card gets its public IPv6 address; null for none.</value>
    public PublicAddress? IPv6 { get; private init; }
}
