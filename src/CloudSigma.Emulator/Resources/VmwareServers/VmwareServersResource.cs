// /vmware_servers/: servers of another platform that can only be looked at. A seed makes them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.VmwareServers;

internal static class VmwareServersResource
{
    public static ResourceDefinition Create() => new("vmware_servers", Fields())
    {
        Seedable = true,
        ListMethods = ["GET"],
        ObjectMethods = ["GET"],
    };

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        Number("cores_per_socket", "The number of cores per CPU socket", 1),
        Number("cpus", "The number of CPUs assigned to the server", 1),
        Flag("deployed", "Indicates if the server has been deployed"),
        new FieldDefinition("description", FieldType.String, "Description of the server") { SchemaRequired = true, Initial = "" },
        new FieldDefinition("disk", FieldType.Related, "List of virtual disks") { Many = true, Fields = Disk() },
        Flag("enabled", "Indicates if the server has been enabled"),
        new FieldDefinition("media", FieldType.Related, "List of attached CD/DVD media") { Many = true, Fields = Media() },
        Number("memory", "The amount of memory in MB", 1024),
        new FieldDefinition("name", FieldType.String, "Name of the VMWare server"),
        new FieldDefinition("nics", FieldType.Related, "List of network adapters") { Many = true, Fields = Nic() },
        new FieldDefinition("organisation", FieldType.String, "UUID of the server's parent organisation")
        {
            SchemaRequired = true, Show = static view => view.Document.Data["organisation"]?.DeepClone() ?? view.Document.Partition.Account!.Uuid.ToString(),
        },
        Flag("powered", "Indicates if the server is powered on"),
        Member.Uri(),
        Member.Id("UUID of the server"),
    ];

    private static FieldDefinition[] Disk() =>
    [
        Text("diskElementName", "Label of the disk", "Hard disk 1"),
        new FieldDefinition("diskVirtualQuantityInBytes", FieldType.Integer, "Size of the disk in bytes") { Initial = 16L << 30 },
    ];

    private static FieldDefinition[] Media() =>
    [
        Text("mediaCdElementName", "Label of the drive", "CD/DVD Drive 1"),
        Text("mediaCdHostResource", "File name of the image", ""),
    ];

    // All values are texts, numbers and flags too.
    private static FieldDefinition[] Nic() =>
    [
        Text("adapter_type", "Type of network adapter", "VMXNET3"),
        Text("connected", "Indicator if the network adapter is connected", "true"),
        Text("index", "Index of network adapter", "0"),
        Text("ip_address", "IP address of network adapter", ""),
        Text("ip_address_mode", "IP address mode of network adapter", "MANUAL"),
        Text("mac_address", "MAC address of network adapter", ""),
        Text("network", "Name of the network", ""),
        Text("primary", "Indicator if the network adapter is primary", "True"),
    ];

    private static FieldDefinition Text(string name, string help, string initial) => new(name, FieldType.String, help) { Initial = initial };

    private static FieldDefinition Number(string name, string help, int initial) =>
        new(name, FieldType.Integer, help) { SchemaRequired = true, Initial = initial };

    private static FieldDefinition Flag(string name, string help) =>
        new(name, FieldType.Boolean, help) { SchemaRequired = true, Default = false, Initial = true };
}
