// What the place offers where the emulated cloud stands.
using CloudSigma.Emulator.Resources.Capabilities;

namespace CloudSigma.Emulator;

/// <summary>What the location of the emulated cloud offers. Its limits are those that <c>/capabilities/</c> shows.</summary>
public sealed record EmulatorLocation
{
    /// <summary>The storage types with their limits. The default has dssd, nvme, zadara and local_nvme.</summary>
    public IReadOnlyDictionary<string, EmulatorStorageLimits> StorageTypes { get; init; } = CloudLimits.Storage;

    /// <summary>The storage type of a drive that does not name one; one of <see cref="StorageTypes"/>. The default is dssd.</summary>
    public string DefaultStorageType { get; init; } = CloudLimits.DefaultStorageType;

    /// <summary>The processor types of the hosts, with the limits of servers on them. The default has amd and intel.</summary>
    public IReadOnlyDictionary<string, EmulatorHostLimits> Hosts { get; init; } = CloudLimits.Hosts;

    /// <summary>The processor type of a server that does not name one; one of <see cref="Hosts"/>. The default is amd.</summary>
    public string DefaultCpuType { get; init; } = "amd";

    /// <summary>The hypervisors, each with the processor types on which it is offered. The default has kvm on both.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hypervisors { get; init; } = CloudLimits.Hypervisors;

    /// <summary>The models of GPU, for example <c>nvidia_a100</c>. Empty by default: the location has none.</summary>
    public IReadOnlyDictionary<string, EmulatorGpu> Gpus { get; init; } = new Dictionary<string, EmulatorGpu>();

    /// <summary>The SGX enclaves, or null, the default, when the location has none.</summary>
    public EmulatorEpc? Epc { get; init; }

    /// <summary>The names of the library images that are there; null, the default, means all.</summary>
    public IReadOnlyList<string>? Library { get; init; }

    /// <summary>How many IPv4 addresses each account has subscribed from the start, from 0 to 1,000. The default is 3.</summary>
    public int Addresses { get; init; } = 3;

    /// <summary>How many IPv6 addresses each account has subscribed from the start, from 0 to 1,000. The default is 1.</summary>
    public int AddressesV6 { get; init; } = 1;

    /// <summary>How many VLANs each account has subscribed from the start, from 0 to 1,000. The default is 2.</summary>
    public int Vlans { get; init; } = 2;

    /// <summary>Accounts in addition to <see cref="CloudSigmaEmulatorOptions.Accounts"/>. Empty by default.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts { get; init; } = [];

    /// <summary>
    /// Reads a location from a file with one JSON object. Its members are those of this class in snake case, for example
    /// <c>default_storage_type</c>; what is left out has its default.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The file has no such object, or a member that is unknown or of another kind; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EmulatorLocation FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return LocationFile.Parse(File.ReadAllText(path), path);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new IOException($"The location {path} cannot be read: {problem.Message}", problem);
        }
    }
}
