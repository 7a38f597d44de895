// The checks of a location; each names a bad value and what would be right.
using CloudSigma.Emulator.Resources.Library;

namespace CloudSigma.Emulator.Resources.Capabilities;

internal static class LocationRules
{
    private const int MostOfAKind = 1000;

    /// <summary>The first thing that is wrong, or null.</summary>
    public static (string Found, string Expected)? Problem(EmulatorLocation location) =>
        Missing(location) ?? Counts(location) ?? Storage(location) ?? Hosts(location) ?? Gpus(location) ?? Library(location);

    private static (string, string)? Missing(EmulatorLocation location)
    {
        object?[] parts =
        [
            location.StorageTypes, location.Hosts, location.Hypervisors, location.Gpus, location.Accounts,
            .. location.StorageTypes?.Values ?? [], .. location.Hosts?.Values ?? [], .. location.Hypervisors?.Values ?? [], .. location.Gpus?.Values ?? [],
        ];
        return parts.Contains(null) ? ("a null where values belong", "a location with all of its parts; leave a part out to have its default") : null;
    }

    private static (string, string)? Counts(EmulatorLocation location)
    {
        foreach (var count in (int[])[location.Addresses, location.AddressesV6, location.Vlans])
        {
            if (count is < 0 or > MostOfAKind) return ($"{count} addresses or VLANs for each account", $"a number from 0 to {MostOfAKind}");
        }

        return null;
    }

    private static (string, string)? Storage(EmulatorLocation location)
    {
        foreach (var (name, limits) in location.StorageTypes)
        {
            if (!CloudLimits.StorageNames.Contains(name)) return OneOf($"the storage type {name}", CloudLimits.StorageNames);
            if (Range($"size of {name}", limits.Size) is { } size) return size;
            if (Range($"iops of {name}", limits.Iops) is { } iops) return iops;
            if (!limits.Iops.Holds(limits.BaseIops)) return ($"{limits.BaseIops} as base_iops of {name}", $"a number from {limits.Iops.Min} to {limits.Iops.Max}");
        }

        return location.StorageTypes.ContainsKey(location.DefaultStorageType)
            ? null
            : OneOf($"the default storage type {location.DefaultStorageType}", location.StorageTypes.Keys);
    }

    private static (string, string)? Hosts(EmulatorLocation location)
    {
        foreach (var (name, limits) in location.Hosts)
        {
            if (!CloudLimits.CpuTypes.Contains(name)) return OneOf($"the processor type {name}", CloudLimits.CpuTypes);
            foreach (var (member, range) in ((string, EmulatorRange)[])[("cpu", limits.Cpu), ("cpu_per_smp", limits.CpuPerSmp), ("mem", limits.Mem), ("smp", limits.Smp)])
            {
                if (Range($"{member} of {name}", range) is { } problem) return problem;
            }
        }

        foreach (var (name, types) in location.Hypervisors)
        {
            if (!CloudLimits.HypervisorNames.Contains(name)) return OneOf($"the hypervisor {name}", CloudLimits.HypervisorNames);
            if (types.FirstOrDefault(type => !location.Hosts.ContainsKey(type)) is { } unknown)
                return OneOf($"the hypervisor {name} on the processor type {unknown}", location.Hosts.Keys);
        }

        if (!location.Hosts.ContainsKey(location.DefaultCpuType)) return OneOf($"the default processor type {location.DefaultCpuType}", location.Hosts.Keys);
        // A server that names neither gets these two.
        return location.Hypervisors.TryGetValue(CloudLimits.DefaultHypervisor, out var offered) && offered.Contains(location.DefaultCpuType)
            ? null
            : ($"no {CloudLimits.DefaultHypervisor} on {location.DefaultCpuType}", $"{CloudLimits.DefaultHypervisor} on the default processor type, as servers that name none get both");
    }

    private static (string, string)? Gpus(EmulatorLocation location)
    {
        foreach (var (name, gpu) in location.Gpus)
        {
            if (name.Length == 0) return ("a GPU without a name", "a GPU with a name, for example nvidia_a100");
            if (gpu.Count is < 1 or > 10_000) return ($"{gpu.Count} of the GPU {name}", "a number from 1 to 10000");
            if (gpu.Cpu < 1 || gpu.Mem < 1 || gpu.Smp < 1) return ($"a GPU {name} that no server can have", "a GPU with cpu, mem and smp above 0");
        }

        return location.Epc is { MaxPerHost: < 1 } or { EpcMemRatio: < 0 }
            ? ("an EPC that no server can have", "an EPC with max_per_host above 0 and epc_mem_ratio of at least 0")
            : null;
    }

    private static (string, string)? Library(EmulatorLocation location) =>
        location.Library?.FirstOrDefault(static name => LibraryImages.All.All(image => image.Name != name)) is { } unknown
            ? OneOf($"the library image {unknown}", LibraryImages.All.Select(static image => image.Name))
            : null;

    private static (string, string)? Range(string what, EmulatorRange range) => range.Min >= 1 && range.Min <= range.Max
        ? null
        : ($"{range.Min} to {range.Max} as {what}", "a range from at least 1 up to a number that is not smaller");

    private static (string, string) OneOf(string found, IEnumerable<string> names) => (found, $"one of {string.Join(", ", names)}");
}
