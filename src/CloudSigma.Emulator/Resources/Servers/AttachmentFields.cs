// The members of what is attached to a server: drives, interfaces, GPUs.
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class AttachmentFields
{
    public static FieldDefinition[] Drive() =>
    [
        new("boot_order", FieldType.Integer, "Drive boot order"),
        new("dev_channel", FieldType.String, "Device channel in format {controller:unit} ex. 0:1, 0:2, etc.") { Required = true },
        new("device", FieldType.String, "Device emulation type") { Required = true, Choices = ["ide", "virtio", "scsi"] },
        new("drive", FieldType.Related, "Drive UUID") { Required = true, Target = "drives" },
        new("runtime", FieldType.Related, "Attached drive's runtime information")
        {
            ReadOnly = true, HasDefault = false, Fields = RuntimeFields.DriveRuntime(),
        },
    ];

    public static FieldDefinition[] Nic() =>
    [
        new("boot_order", FieldType.Integer, "Device boot order"),
        new("ip_v4_conf", FieldType.Related, "Public IPv4 configuration") { Fields = Address() },
        new("ip_v6_conf", FieldType.Related, "Public IPv6 configuration") { Fields = Address() },
        new("mac", FieldType.String, "MAC address of the server NIC") { SchemaRequired = true },
        new("model", FieldType.String, "Model of NIC") { Choices = ["rtl8139", "e1000", "virtio"], Initial = "virtio" },
        new("runtime", FieldType.Related, "NIC runtime information")
        {
            ReadOnly = true, HasDefault = false, Fields = RuntimeFields.NicRuntime(withMac: false),
        },
        new("vlan", FieldType.Related, "UUID of the private VLAN") { Target = "vlans" },
    ];

    public static FieldDefinition[] Gpu() =>
    [
        new("gpu", FieldType.Related, "GPU details")
        {
            ReadOnly = true,
            HasDefault = false,
            Fields =
            [
                new("model_id", FieldType.String, "Short model name of the GPU") { SchemaRequired = true },
                new("owner", FieldType.Related, "GPU owner"),
                new("resource_uri", FieldType.String, Member.TextHelp) { ReadOnly = true, SchemaRequired = true, HasDefault = false },
                new("subscription", FieldType.Related, "Subscription related to this GPU"),
                new("uuid", FieldType.String, "UUID of the GPU"),
            ],
        },
        new("model", FieldType.String, "Model of the GPU") { Required = true },
    ];

    private static FieldDefinition[] Address() =>
    [
        new("conf", FieldType.String, "Configuration type") { Required = true, Default = "dhcp", Choices = ["dhcp", "static", "manual"] },
        new("ip", FieldType.Related, "An IP address reference. Only used in 'static' IP configuration type") { Target = "ips" },
    ];
}
