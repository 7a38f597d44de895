// The limits of the emulated cloud. The rules of drives and servers and the answer of /capabilities/ share them.
namespace CloudSigma.Emulator.Resources.Capabilities;

internal static class CloudLimits
{
    public const string DefaultStorageType = "dssd";

    /// <summary>Local storage of the host of a server, whose content goes when the server stops.</summary>
    public const string EphemeralStorageType = "local_nvme";

    private const long MiB = 1L << 20;
    private const long GiB = 1L << 30;

    public static IReadOnlyDictionary<string, StorageLimits> Storage { get; } = new SortedDictionary<string, StorageLimits>(StringComparer.Ordinal)
    {
        ["dssd"] = new(new(512 * MiB, 14000 * GiB), new(1, 60000), 30000),
        [EphemeralStorageType] = new(new(512 * MiB, 3500 * GiB), new(1, 100000), 50000),
        ["nvme"] = new(new(512 * MiB, 11000 * GiB), new(1, 60000), 30000),
        ["zadara"] = new(new(GiB, 13000 * GiB), new(1, 8000), 4000),
    };

    public static IReadOnlyDictionary<string, HostLimits> Hosts { get; } = new SortedDictionary<string, HostLimits>(StringComparer.Ordinal)
    {
        ["amd"] = new(new(250, 96000), new(1000, 2893), new(256 * MiB, 520 * GiB), new(1, 32)),
        ["intel"] = new(new(250, 96000), new(1000, 3000), new(256 * MiB, 520 * GiB), new(1, 32)),
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
