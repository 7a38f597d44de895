// The network interfaces of a server: allowed combinations, own addresses and VLANs, and matching by hardware address.
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Networks;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerNics
{
    /// <summary>The members that configure a public address, with the version of IP that they are for.</summary>
    public static readonly (string Member, AddressFamily Family)[] Configurations =
        [("ip_v4_conf", AddressFamily.InterNetwork), ("ip_v6_conf", AddressFamily.InterNetworkV6)];

    /// <summary>
    /// Checks a list of interfaces and completes it. An entry with a known address updates that interface, one without
    /// an address is a new interface, and an address that the server does not have is refused.
    /// </summary>
    public static void Complete(Document server, JsonArray? known, JsonArray nics)
    {
        var macs = known is null ? [] : known.Select(static nic => nic!["mac"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in nics)
        {
            var nic = entry!.AsObject();
            CheckVlan(server, nic);
            foreach (var (member, family) in Configurations) CheckAddress(server, nic[member] as JsonObject, $"nics.{member}.ip", family, addresses);
            var mac = nic["mac"]?.GetValue<string>().ToLowerInvariant();
            if (mac is null)
                mac = server.Partition.State.Ids.NewMac();
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

    /// <summary>The static addresses and the VLANs that the interfaces of a server name.</summary>
    public static IEnumerable<string> References(Document server)
    {
        foreach (var nic in server.Data["nics"] as JsonArray ?? [])
        {
            foreach (var reference in (JsonNode?[])[nic!["vlan"], .. Configurations.Select(kind => nic[kind.Member]?["ip"])])
            {
                if (reference is not null) yield return reference["uuid"]!.GetValue<string>();
            }
        }
    }

    /// <summary>Refuses networks that were shared when they were set and are not any more.</summary>
    public static void RequireShared(Document server)
    {
        foreach (var nic in server.Data["nics"] as JsonArray ?? [])
        {
            if (nic!["vlan"]?["uuid"]?.GetValue<string>() is { } vlan) RequireShared(server, VlansResource.Name, vlan, "nics.vlan");
            foreach (var (member, _) in Configurations)
            {
                if (nic[member]?["ip"]?["uuid"]?.GetValue<string>() is { } address) RequireShared(server, IpsResource.Name, address, $"nics.{member}.ip");
            }
        }
    }

    private static void RequireShared(Document server, string resource, string id, string point)
    {
        if (Access.Attachable(server.Partition, resource, id, point) is null)
            throw ApiException.Permission($"{resource} {id} is not shared with the owner of the guest any more", point);
    }

    private static void CheckVlan(Document server, JsonObject nic)
    {
        if (nic["vlan"] is not { } vlan) return;
        if (nic["ip_v4_conf"] is not null || nic["ip_v6_conf"] is not null)
            throw ApiException.Validation("An interface is private (vlan) or public (ip_v4_conf, ip_v6_conf), not both", "nics.vlan");
        var id = vlan["uuid"]!.GetValue<string>();
        if (Access.Attachable(server.Partition, VlansResource.Name, id, "nics.vlan") is null)
            throw ApiException.Validation($"The account has no VLAN {id}", "nics.vlan");
    }

    private static void CheckAddress(Document server, JsonObject? configuration, string point, AddressFamily family, HashSet<string> seen)
    {
        if (configuration is null) return;
        var conf = configuration["conf"]!.GetValue<string>();
        var address = configuration["ip"]?["uuid"]?.GetValue<string>();
        if (conf == "static" && address is null)
            throw ApiException.Validation("A static configuration needs an address", point);
        if (conf != "static" && address is not null)
            throw ApiException.Validation($"An address cannot be given with the configuration {conf}", point);
        if (address is null) return;
        if (IPAddress.Parse(address).AddressFamily != family)
            throw ApiException.Validation($"{address} is an address of the other version of IP", point);
        if (Access.Attachable(server.Partition, IpsResource.Name, address, point) is not { } ip || !IpsResource.IsSubscribed(ip.Partition, address))
            throw ApiException.Validation($"The account has not subscribed the address {address}", point);
        if (!seen.Add(address) || NicIndex.Everywhere(ip).Any(other => other.Id != server.Id))
            throw ApiException.Validation($"The address {address} is used by another interface", point);
    }
}
