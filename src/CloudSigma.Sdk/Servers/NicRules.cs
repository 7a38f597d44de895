// The rules of network cards, checked before a definition is sent (guide 12).
using System.Net.Sockets;

namespace CloudSigma.Sdk;

internal static class NicRules
{
    /// <summary>Refuses cards that the API takes for an error, and names the rule.</summary>
    public static void Check(IReadOnlyList<Nic> nics, string name)
    {
        var macs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < nics.Count; i++)
        {
            var nic = nics[i] ?? throw new ArgumentException($"Network card {i + 1} is null.", name);
            var card = string.IsNullOrEmpty(nic.Mac) ? $"Network card {i + 1}" : $"Network card {i + 1} ({nic.Mac})";
            if (!string.IsNullOrEmpty(nic.Mac) && !macs.Add(nic.Mac))
                throw new ArgumentException($"{card} has the hardware address of another card of the list. It identifies a card; leave it out to add a new one.", name);
            if (nic.Vlan is not null && (nic.IPv4 ?? nic.IPv6) is not null)
                throw new ArgumentException($"{card} is private and public together: a card has a Vlan or a public address, not both. Nic.WithConfiguration sets one and clears the other.", name);
            Check(nic.IPv4, AddressFamily.InterNetwork, $"The IPv4 configuration of {Lower(card)}", name);
            Check(nic.IPv6, AddressFamily.InterNetworkV6, $"The IPv6 configuration of {Lower(card)}", name);
        }
    }

    private static void Check(IPConfiguration? configuration, AddressFamily family, string what, string name)
    {
        if (configuration is null) return;
        if (configuration.Mode == default) throw new ArgumentException($"{what} needs a Mode: dhcp, static or manual.", name);
        if (configuration.Mode == IPConfigurationMode.Static && configuration.IP is null)
            throw new ArgumentException($"{what} is static and has no IP. A static configuration needs a subscribed address of the account.", name);
        if ((configuration.Mode == IPConfigurationMode.Dhcp || configuration.Mode == IPConfigurationMode.Manual) && configuration.IP is { } given)
            throw new ArgumentException($"{what} is {configuration.Mode} and has the IP {given}. Only a static configuration has an address.", name);
        if (configuration.IP is { } address && address.Address.AddressFamily != family)
            throw new ArgumentException($"{what} has the address {address}, which is of the other family.", name);
    }

    private static string Lower(string card) => "n" + card[1..];
}
