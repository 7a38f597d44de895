// Finds the address under which a server can be reached.
using System.Net;
using System.Net.Sockets;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Public addresses of servers, and when a server has arrived that is waited for until it has one.</summary>
internal static class ServerAddress
{
    /// <summary>A public address that a running server shows; an IPv4 one first unless IPv6 is asked for. Null when it shows none.</summary>
    public static IPAddress? Find(Server server, AddressFamily? family)
    {
        if (!ServerTransition.IsRunning(server.Status)) return null;
        // The list of the server and its cards say the same; either may be missing.
        var cards = (server.Runtime?.Nics ?? []).Concat(server.Nics.Select(static n => n.Runtime).OfType<NicRuntime>())
            .Where(static c => c.InterfaceType != NetworkInterfaceType.Private).ToList();
        return cards.Select(static c => c.IPv4).Concat(cards.Select(static c => c.IPv6)).OfType<IPAddressReference>()
            .Select(static r => r.Address).FirstOrDefault(a => family is null || a.AddressFamily == family);
    }

    /// <summary>
    /// Whether a running server has live data, but no card that is ever given a public address: by <c>dhcp</c> or <c>static</c>. A <c>manual</c> card has none (guide 12).
    /// </summary>
    public static bool CanNever(Server server, AddressFamily? family) =>
        ServerTransition.IsRunning(server.Status) && server.Runtime is not null && server._nics.IsPresent && !server.Nics.Any(
            n => (family != AddressFamily.InterNetworkV6 && Gives(n.IPv4)) || (family != AddressFamily.InterNetwork && Gives(n.IPv6)));

    /// <summary>The rule of a wait for an address.</summary>
    public static Func<Server, OperationOutcome> Judge(AddressFamily? family, PollingOptions polling, TimeProvider timeProvider) =>
        new ServerTransition(s => Find(s, family) is not null, [ServerStatus.Stopped], polling, timeProvider) { IsHopeless = s => CanNever(s, family) }.Judge;

    private static bool Gives(IPConfiguration? configuration) => configuration is not null && configuration.Mode != IPConfigurationMode.Manual;
}
