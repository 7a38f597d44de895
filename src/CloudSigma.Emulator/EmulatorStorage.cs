// The machines that hold the drives of the emulated cloud.
namespace CloudSigma.Emulator;

/// <summary>The simulated storage hosts: how many there are, and how much each holds. Each drive lies on one host of its storage type.</summary>
public sealed record EmulatorStorage
{
    /// <summary>How many hosts each storage type has, from 1 to 1,000. The default is 4. With one host <c>avoid</c> has no effect.</summary>
    public int HostsPerType { get; init; } = 4;

    /// <summary>How many bytes of drives one host holds; at least 1. The default is 16 PiB, more than anybody fills by chance.</summary>
    public long HostCapacity { get; init; } = 1L << 54;

    /// <summary>Another <see cref="HostCapacity"/>, in bytes, for the storage types that are named, for example <c>nvme</c>. Empty by default.</summary>
    public IReadOnlyDictionary<string, long> HostCapacityByType { get; init; } = new Dictionary<string, long>();
}
