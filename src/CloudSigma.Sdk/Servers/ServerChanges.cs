// What of a change the API would ignore.
using System.Net;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Compares a server before and after a change.</summary>
public static class ServerChanges
{
    /// <summary>The members that can be written, apart from name, meta and tags.</summary>
    private static readonly (string Name, Func<Server, Server, bool> Differs)[] Members =
    [
        ("allocation_pool", static (b, a) => Differs(b._allocationPool, a._allocationPool)),
        ("auto_start", static (b, a) => Differs(b._autoStart, a._autoStart)),
        ("context", static (b, a) => Differs(b._context, a._context)),
        ("cpu", static (b, a) => Differs(b._cpu, a._cpu)),
        ("cpu_model", static (b, a) => Differs(b._cpuModel, a._cpuModel)),
        ("cpu_type", static (b, a) => Differs(b._cpuType, a._cpuType)),
        ("cpus_instead_of_cores", static (b, a) => Differs(b._cpusInsteadOfCores, a._cpusInsteadOfCores)),
        ("drives", static (b, a) => Differs(b._drives, a._drives, Key, isOrdered: false)),
        ("enable_numa", static (b, a) => Differs(b._enableNuma, a._enableNuma)),
        ("epcs", static (b, a) => Differs(b._epcs, a._epcs, static e => e.Size, isOrdered: false)),
        ("gpus", static (b, a) => Differs(b._gpus, a._gpus, static g => g.Model, isOrdered: false)),
        ("hv_relaxed", static (b, a) => Differs(b._hvRelaxed, a._hvRelaxed)),
        ("hv_tsc", static (b, a) => Differs(b._hvTsc, a._hvTsc)),
        ("hypervisor", static (b, a) => Differs(b._hypervisor, a._hypervisor)),
        ("is_grey", static (b, a) => Differs(b._isGrey, a._isGrey)),
        ("mem", static (b, a) => Differs(b._memory, a._memory)),
        ("nics", static (b, a) => Differs(b._nics, a._nics, Key, isOrdered: true)),
        ("pubkeys", static (b, a) => Differs(b._publicKeys, a._publicKeys, static k => k.Uuid, isOrdered: false)),
        ("requirements", static (b, a) => Differs(b._requirements, a._requirements, static r => r, isOrdered: true)),
        ("smp", static (b, a) => Differs(b._smp, a._smp)),
        ("vnc_password", static (b, a) => Differs(b._vncPassword, a._vncPassword)),
    ];

    /// <summary>Names what the API would ignore if the changed server were sent while it runs: everything but name, meta and tags (guide 9.3).</summary>
    /// <remarks>Members that can never be written do not count, nor do members that <paramref name="after"/> does not have: they keep their value. The order of drives and keys does not matter, that of network cards does.</remarks>
    /// <param name="before">The server as it is.</param>
    /// <param name="after">The server as it is to be.</param>
    /// <returns>The JSON names, e.g. <c>cpu</c> and <c>drives</c>, in alphabetical order; empty when nothing would be ignored.</returns>
    /// <exception cref="ArgumentException">They are two different servers.</exception>
    public static IReadOnlyList<string> IgnoredWhileRunning(Server before, Server after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Uuid != after.Uuid) throw new ArgumentException($"Two different servers, {before.Uuid} and {after.Uuid}, cannot be compared.", nameof(after));
        return [.. Members.Where(m => m.Differs(before, after)).Select(static m => m.Name)];
    }

    /// <summary>Refuses a change that would be ignored.</summary>
    /// <exception cref="IgnoredChangesException">The server is not stopped, and the change has more than name, meta and tags.</exception>
    internal static void RefuseIgnored(Server before, Server after)
    {
        if (before.Status == ServerStatus.Stopped || IgnoredWhileRunning(before, after) is not { Count: > 0 } ignored) return;
        throw new IgnoredChangesException(
            $"The server {before.Uuid} is {before.Status}, and the API would ignore the change of {string.Join(", ", ignored)}: only name, meta and tags can change then. Stop it first. Nothing was sent.",
            ignored, before.Status);
    }

    private static bool Differs<T>(Member<T> before, Member<T> after) => after.IsPresent && !EqualityComparer<T?>.Default.Equals(before.Value, after.Value);

    private static bool Differs<T, TKey>(Member<IReadOnlyList<T>> before, Member<IReadOnlyList<T>> after, Func<T, TKey> key, bool isOrdered) where TKey : notnull
    {
        if (!after.IsPresent) return false;
        var (left, right) = (before.Or([]).Select(key), after.Or([]).Select(key));
        if (isOrdered) return !left.SequenceEqual(right);
        return !Count(left).ToHashSet().SetEquals(Count(right));
    }

    /// <summary>Each key with the number of times it is there.</summary>
    private static IEnumerable<(TKey, int)> Count<TKey>(IEnumerable<TKey> keys) where TKey : notnull => keys.GroupBy(static k => k).Select(static g => (g.Key, g.Count()));

    private static (Guid?, (string, string), int?) Key(ServerDrive drive) => (drive.Drive?.Uuid, DeviceChannels.Key(drive), drive.BootOrder);

    /// <summary>What can be written of a card. Inside an entry nothing keeps its value, and a model that is left out is virtio.</summary>
    private static (string?, NicModel, Guid?, (IPConfigurationMode?, IPAddress?), (IPConfigurationMode?, IPAddress?), int?, Guid?) Key(Nic nic) => (
        nic.Mac?.ToUpperInvariant(), nic.Model == default ? NicModel.Virtio : nic.Model, nic.Vlan?.Uuid, Key(nic.IPv4), Key(nic.IPv6), nic.BootOrder, nic.FirewallPolicy?.Uuid);

    private static (IPConfigurationMode?, IPAddress?) Key(IPConfiguration? configuration) => (configuration?.Mode, configuration?.IP?.Address);
}
