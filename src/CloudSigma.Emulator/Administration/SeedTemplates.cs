// The objects that a seed makes when it only gives their number.
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Administration;

internal static class SeedTemplates
{
    private const long GiB = 1L << 30;

    /// <summary>The resources of which a number is enough.</summary>
    public static IReadOnlyList<string> Names { get; } = ["drives", "servers", "tags", "vpc", "nodes", "hostallocationpools", "hostavailabilityzones", "vmware_servers"];

    /// <summary>Makes one object that the location allows.</summary>
    /// <param name="location">What is offered.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="number">The number of the object, which is in its name.</param>
    /// <returns>The definition; null for a resource of which a number is not enough.</returns>
    public static JsonObject? Make(EmulatorLocation location, string resource, int number)
    {
        var text = number.ToString("00000", CultureInfo.InvariantCulture);
        return resource switch
        {
            "drives" => new JsonObject { ["name"] = $"drive-{text}", ["media"] = "disk", ["size"] = Within(location.StorageTypes[location.DefaultStorageType].Size, GiB) },
            "servers" => Server(location.Hosts[location.DefaultCpuType], text),
            "tags" or "vpc" => new JsonObject { ["name"] = $"{resource.TrimEnd('s')}-{text}" },
            "nodes" => new JsonObject { ["name"] = $"node-{text}" },
            "hostallocationpools" => new JsonObject { ["name"] = $"pool-{text}" },
            "hostavailabilityzones" => new JsonObject { ["name"] = $"zone-{text}" },
            "vmware_servers" => VmwareServer(text),
            _ => null,
        };
    }

    // The limits of a server and those of each processor both count.
    private static JsonObject Server(EmulatorHostLimits host, string text) => new()
    {
        ["name"] = $"server-{text}",
        ["cpu"] = Within(host.Cpu, host.Smp.Min * Within(host.CpuPerSmp, 1000)),
        ["smp"] = host.Smp.Min,
        ["mem"] = Within(host.Mem, GiB),
        ["vnc_password"] = "secret12",
    };

    private static long Within(EmulatorRange range, long value) => Math.Clamp(value, range.Min, range.Max);

    private static JsonObject VmwareServer(string text) => new()
    {
        ["name"] = $"vmware-{text}",
        ["cpus"] = 4,
        ["cores_per_socket"] = 4,
        ["memory"] = 4096,
        ["disk"] = new JsonArray(new JsonObject()),
        ["media"] = new JsonArray(new JsonObject { ["mediaCdHostResource"] = "tools.iso" }),
        ["nics"] = new JsonArray(new JsonObject { ["ip_address"] = "192.0.2.10", ["mac_address"] = "00:50:56:00:00:01", ["network"] = "public" }),
    };
}
