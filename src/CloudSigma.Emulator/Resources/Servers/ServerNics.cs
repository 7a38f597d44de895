// The network interfaces of a server: allowed combinations, and matching by hardware address.
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerNics
{
    /// <summary>
    /// Checks a list of interfaces and completes it. An entry with a known address updates that interface, one without
    /// an address is a new interface, and an address that the server does not have is refused.
    /// </summary>
    public static void Complete(CloudState state, JsonArray? known, JsonArray nics)
    {
        var macs = known is null ? [] : known.Select(static nic => nic!["mac"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in nics)
        {
            var nic = entry!.AsObject();
            CheckCombination(nic);
            CheckAddress(nic["ip_v4_conf"] as JsonObject, "nics.ip_v4_conf.ip", AddressFamily.InterNetwork);
            CheckAddress(nic["ip_v6_conf"] as JsonObject, "nics.ip_v6_conf.ip", AddressFamily.InterNetworkV6);
            var mac = nic["mac"]?.GetValue<string>().ToLowerInvariant();
            if (mac is null)
                mac = state.Ids.NewMac();
            else if (!macs.Contains(mac))
                throw ApiException.Validation($"The server has no interface with the address {mac}; leave mac out for a new one", "nics.mac");
            if (!seen.Add(mac)) throw ApiException.Validation($"The address {mac} is in the list twice", "nics.mac");
            nic["mac"] = mac;
        }
    }

    /// <summary>Public, private, or null when nothing is configured.</summary>
    public static string? InterfaceType(JsonNode nic) =>
        nic["vlan"] is not null ? "private"
        : nic["ip_v4_conf"] is not null || nic["ip_v6_conf"] is not null ? "public"
        : null;

    private static void CheckCombination(JsonObject nic)
    {
        if (nic["vlan"] is not null && (nic["ip_v4_conf"] is not null || nic["ip_v6_conf"] is not null))
            throw ApiException.Validation("An interface is private (vlan) or public (ip_v4_conf, ip_v6_conf), not both", "nics.vlan");
    }

    private static void CheckAddress(JsonObject? configuration, string point, AddressFamily family)
    {
        if (configuration is null) return;
        var conf = configuration["conf"]!.GetValue<string>();
        var address = configuration["ip"]?["uuid"]?.GetValue<string>();
        if (conf == "static" && address is null)
            throw ApiException.Validation("A static configuration needs an address", point);
        if (conf != "static" && address is not null)
            throw ApiException.Validation($"An address cannot be given with the configuration {conf}", point);
        if (address is not null && IPAddress.Parse(address).AddressFamily != family)
            throw ApiException.Validation($"{address} is an address of the other version of IP", point);
    }
}
