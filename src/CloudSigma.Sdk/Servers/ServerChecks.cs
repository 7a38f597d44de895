// Compares a definition with what a location offers.
using System.Globalization;
using System.Text.Json;

namespace CloudSigma.Sdk;

/// <summary>Checks of a definition against the limits of a location. Nothing makes them by itself: the limits change, and the API has the last word.</summary>
public static class ServerChecks
{
    /// <summary>Looks for what a location would not take. Limits that its capabilities do not mention are not checked; GPUs and enclaves that they do not mention are not offered.</summary>
    /// <param name="server">The definition.</param>
    /// <param name="capabilities">What the location offers, as read a moment ago.</param>
    /// <returns>The problems in a fixed order; empty when there are none.</returns>
    public static IReadOnlyList<ServerProblem> Find(NewServer server, Capabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(capabilities);
        var problems = new List<ServerProblem>();
        var cpuType = server.CpuType ?? CpuType.Amd;
        CheckHypervisor(server.Hypervisor ?? Hypervisor.Kvm, cpuType, capabilities, problems);
        if (capabilities.Hosts.TryGetValue(cpuType.Value, out var host)) CheckHost(server, host, cpuType, problems);
        else if (capabilities.Hosts.Count > 0) problems.Add(new("cpu_type", $"The location has no {cpuType} hosts. It has: {string.Join(", ", capabilities.Hosts.Keys)}."));
        CheckGpus(server.Gpus ?? [], capabilities, problems);
        CheckEpcs(server.Epcs ?? [], capabilities, problems);
        return problems;
    }

    /// <summary>The pair has to be offered; another hypervisor does not change the default of the CPU type (guide 11).</summary>
    private static void CheckHypervisor(Hypervisor hypervisor, CpuType cpuType, Capabilities capabilities, List<ServerProblem> problems)
    {
        if (capabilities.Hypervisors.Count == 0) return;
        if (!capabilities.Hypervisors.TryGetValue(hypervisor.Value, out var types))
            problems.Add(new("hypervisor", $"The location does not offer the hypervisor {hypervisor}. It offers: {string.Join(", ", capabilities.Hypervisors.Keys)}."));
        else if (!types.Contains(cpuType.Value))
            problems.Add(new("hypervisor", $"The location does not offer {hypervisor} on {cpuType}. It offers it on: {string.Join(", ", types)}."));
    }

    private static void CheckHost(NewServer server, HostLimits host, CpuType cpuType, List<ServerProblem> problems)
    {
        var smp = server.Smp ?? 1;
        CheckRange("cpu", "MHz", server.Cpu, host.Cpu, cpuType, problems);
        CheckRange("mem", "bytes", server.Memory.Bytes, host.Memory, cpuType, problems);
        CheckRange("smp", "virtual CPUs", smp, host.Smp, cpuType, problems);
        if (smp <= 0 || host.CpuPerSmp is not { } each || (server.Cpu >= each.Min * smp && server.Cpu <= each.Max * smp)) return;
        problems.Add(new("cpu", string.Create(
            CultureInfo.InvariantCulture, $"{server.Cpu} MHz for {smp} virtual CPUs are {(decimal)server.Cpu / smp:0.##} MHz each. On {cpuType} it has to be from {each.Min} to {each.Max}, so from {each.Min * smp} to {each.Max * smp} in all.")));
    }

    private static void CheckRange(string member, string unit, long value, NumberRange? range, CpuType cpuType, List<ServerProblem> problems)
    {
        if (range is null || (value >= range.Min && value <= range.Max)) return;
        problems.Add(new(member, string.Create(CultureInfo.InvariantCulture, $"{value} {unit} are not within {range.Min} to {range.Max} on {cpuType}.")));
    }

    /// <summary>The models are the keys of the member; it is missing where there are none.</summary>
    private static void CheckGpus(IReadOnlyList<ServerGpu> gpus, Capabilities capabilities, List<ServerProblem> problems)
    {
        IReadOnlyList<string> offered = capabilities.AdditionalMembers.TryGetValue("gpus", out var models) && models.ValueKind == JsonValueKind.Object
            ? [.. models.EnumerateObject().Select(static m => m.Name)]
            : [];
        foreach (var model in gpus.Select(static g => g.Model).Distinct().Where(m => !offered.Contains(m)))
            problems.Add(new("gpus", $"The location does not offer the GPU '{model}'. It offers: {(offered.Count == 0 ? "none" : string.Join(", ", offered))}."));
    }

    private static void CheckEpcs(IReadOnlyList<ServerEpc> epcs, Capabilities capabilities, List<ServerProblem> problems)
    {
        if (epcs.Count == 0) return;
        if (!capabilities.AdditionalMembers.TryGetValue("epc", out var epc))
        {
            problems.Add(new("epcs", "The location does not offer SGX enclaves."));
            return;
        }

        if (epc.ValueKind != JsonValueKind.Object || !epc.TryGetProperty("max_per_host", out var most) || most.ValueKind != JsonValueKind.Number || !most.TryGetDecimal(out var bytes)) return;
        var wanted = epcs.Sum(static e => (decimal)e.Size.Bytes);
        if (wanted > bytes) problems.Add(new("epcs", string.Create(CultureInfo.InvariantCulture, $"{wanted} bytes of enclave page cache are more than a host has free, {bytes}.")));
    }
}
