// The members of a server.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Capabilities;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerFields
{
    private const string CpuModelHelp = "Choose the virtual CPU model, for mitigating compatibility issues between the guest operating system and the underlying host's CPU.";

    public static IEnumerable<FieldDefinition> All(EmulatorLocation location) =>
    [
        .. Member.Owned("server", ownerRequired: true),
        new FieldDefinition("allocation_pool", FieldType.String, "Host Allocation Pool associated to the server"),
        Flag("auto_start", false, "Enable auto starting of the guest after a clone."),
        Flag("context", true, "Enable guest context serial device"),
        new FieldDefinition("cpu", FieldType.Integer, "Server's CPU Clock speed measured in MHz") { Required = true },
        new FieldDefinition("cpu_model", FieldType.String, CpuModelHelp) { Choices = ["kvm64"] },
        new FieldDefinition("cpu_type", FieldType.String, "Specify the CPU type of the host on which this virtual server should run")
        {
            Default = location.DefaultCpuType, Choices = CloudLimits.CpuTypes,
        },
        Flag("cpus_instead_of_cores", false, "Expose server SMPs as separate CPUs, instead of cores of a single CPU."),
        Objects("drives", "List of attached Drives to server", AttachmentFields.Drive(), static view => ServerRuntime.Drives(view.Document)),
        Flag("enable_numa", false, "Expose NUMA topology to the server."),
        Objects("epcs", "List of defined EPCs", [new FieldDefinition("size", FieldType.Integer, "Size of the EPC in bytes") { Required = true }]),
        Objects("gpus", "List of attached GPUs", AttachmentFields.Gpu(), static view => ServerRuntime.Gpus(view.Document)),
        Flag("hv_relaxed", false, "Improve performance of Windows servers."),
        Flag("hv_tsc", false, "Improves performance of Windows servers with the trade off that the servers cannot be live migrated."),
        new FieldDefinition("hypervisor", FieldType.String, "Specify hypervisor on which this server should run") { Default = CloudLimits.DefaultHypervisor, Choices = CloudLimits.HypervisorNames },
        Flag("is_grey", false, "Specifies if server can be used to fill up free capacity"),
        Member.Jobs(),
        new FieldDefinition("mem", FieldType.Integer, "Server's Random Access Memory measured in bytes") { Required = true },
        new FieldDefinition("name", FieldType.String, "Human readable name of server") { Required = true, NotEmpty = true },
        Objects("nics", "The list of nics attached to this server", AttachmentFields.Nic(), static view => ServerRuntime.Nics(view.Document)),
        new FieldDefinition("pubkeys", FieldType.Related, "List of SSH keys for that server") { Many = true, Target = "pubkeys", Own = true, Default = new JsonArray() },
        new FieldDefinition("requirements", FieldType.List, "A collection of special requirements for this server") { Default = new JsonArray() },
        new FieldDefinition("runtime", FieldType.Related, "Runtime information of the guest")
        {
            ReadOnly = true, HasDefault = false, Fields = RuntimeFields.Server(), Show = static view => ServerRuntime.Server(view.Document),
        },
        new FieldDefinition("smp", FieldType.Integer, "Symmetric Multiprocessing (SMP) i.e. number of CPU cores") { SchemaRequired = false },
        new FieldDefinition("status", FieldType.String, "Status of the guest.") { ReadOnly = true, HasDefault = false, Initial = ServerStatus.Stopped },
        new FieldDefinition("vnc_password", FieldType.String, "VNC Password to connect to server") { Required = true, NotEmpty = true },
    ];

    private static FieldDefinition Flag(string name, bool value, string help) => new(name, FieldType.Boolean, help) { Default = value };

    private static FieldDefinition Objects(
        string name, string help, IReadOnlyList<FieldDefinition> fields, Func<DocumentView, JsonNode?>? show = null) =>
        new(name, FieldType.Related, help) { Many = true, Default = new JsonArray(), Fields = fields, Show = show };
}
