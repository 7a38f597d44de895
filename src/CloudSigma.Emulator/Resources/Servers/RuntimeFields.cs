// The members of live data. They are only described here; ServerRuntime makes the values.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class RuntimeFields
{
    public static readonly string[] DriveCounters =
    [
        "bytes_read", "bytes_written", "count_flush", "count_read", "count_written",
        "total_time_ns_flush", "total_time_ns_read", "total_time_ns_write",
    ];

    public static readonly string[] NicCounters = ["bytes_recv", "bytes_sent", "packets_recv", "packets_sent"];

    public static FieldDefinition[] DriveRuntime() =>
    [
        new("io", FieldType.Related, Member.OneHelp) { Fields = [.. DriveCounters.Select(static name => Counter(name, required: true))] },
    ];

    public static FieldDefinition[] NicRuntime(bool withMac)
    {
        List<FieldDefinition> fields =
        [
            new("interface_type", FieldType.String, "Type of interface") { Required = true, Choices = ["public", "private"] },
            new("io", FieldType.Related, "NIC runtime Input and Output data") { Fields = [.. NicCounters.Select(static name => Counter(name, required: false))] },
            new("ip_v4", FieldType.Related, "Public IPv4 configuration"),
            new("ip_v6", FieldType.String, "Public IPv6 configuration"),
            .. ((string[])["rx_foreign", "rx_local", "tx_foreign", "tx_local"]).Select(static name => Counter(name, required: false)),
        ];
        if (withMac) fields.Add(new FieldDefinition("mac", FieldType.String, "MAC address of this NIC"));
        return [.. fields];
    }

    public static FieldDefinition[] Server() =>
    [
        new("active_since", FieldType.String, "Datetime object representing the exact time the guest was started.") { Required = true, HasDefault = false },
        new("nics", FieldType.Related, "The list of this server's NICs runtime")
        {
            Required = true, Many = true, Default = new JsonArray(), Fields = NicRuntime(withMac: true),
        },
    ];

    private static FieldDefinition Counter(string name, bool required) =>
        new(name, FieldType.Integer, "Integer data. Ex: 2673") { Default = 0, Required = required };
}
