// What the emulated cloud offers unless the options describe another location, and the names that there are for it.
namespace CloudSigma.Emulator.Resources.Capabilities;

internal static class CloudLimits
{
    public const string DefaultStorageType = "dssd";

    /// <summary>The hypervisor of a server that names none.</summary>
    public const string DefaultHypervisor = "kvm";

    /// <summary>Local storage of the host of a server, whose content goes when the server stops.</summary>
    public const string EphemeralStorageType = "local_nvme";

    private const long GiB = 1L << 30;

    /// <summary>All storage types of the API.</summary>
    public static IReadOnlyList<string> StorageNames { get; } = ["magnetic", "ssd", "dssd", "zadara", "nvme", EphemeralStorageType];

    /// <summary>All processor types of the API.</summary>
    public static IReadOnlyList<string> CpuTypes { get; } = ["amd", "intel", "sparc_t4", "sparc_t5", "vmware"];

    /// <summary>All hypervisors of the API.</summary>
    public static IReadOnlyList<string> HypervisorNames { get; } = ["kvm", "solaris-kz"];

    public static IReadOnlyDictionary<string, EmulatorStorageLimits> Storage { get; } = new SortedDictionary<string, EmulatorStorageLimits>(StringComparer.Ordinal)
    {
        ["dssd"] = new(),
        [EphemeralStorageType] = new() { Size = new(GiB / 2, 3500 * GiB), Iops = new(1, 100000), BaseIops = 50000 },
        ["nvme"] = new() { Size = new(GiB / 2, 11000 * GiB) },
        ["zadara"] = new() { Size = new(GiB, 13000 * GiB), Iops = new(1, 8000), BaseIops = 4000 },
    };

    public static IReadOnlyDictionary<string, EmulatorHostLimits> Hosts { get; } = new SortedDictionary<string, EmulatorHostLimits>(StringComparer.Ordinal)
    {
        ["amd"] = new() { CpuPerSmp = new(1000, 2893) },
        ["intel"] = new(),
    };

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Hypervisors { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["kvm"] = ["intel", "amd"],
    };

    /// <summary>How many snapshots an account may have.</summary>
    public const int Snapshots = 700;

    public const int SnapshotsPerDrive = 90;

    public const int RemoteSnapshots = 600;

    /// <summary>Where remote snapshots can be kept; backup schedulers that name no place use the first.</summary>
    public static IReadOnlyList<string> RemoteLocations { get; } = ["ZRH", "GVA", "FRA"];

    public static IReadOnlyList<string> StartMethods { get; } = ["eager", "lazy", "regular"];
}
