// The hypervisor of a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The hypervisor of a server. Which ones are offered is in <see cref="Capabilities.Hypervisors"/>. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<Hypervisor>))]
public readonly record struct Hypervisor : IOpenEnum<Hypervisor>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public Hypervisor(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>KVM.</value>
    public static Hypervisor Kvm { get; } = new("kvm");

    /// <value>Solaris kernel zones, removed in 2025.</value>
    public static Hypervisor SolarisKernelZones { get; } = new("solaris-kz");

    /// <inheritdoc/>
    public static IReadOnlyList<Hypervisor> KnownValues { get; } = [Kvm, SolarisKernelZones];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static Hypervisor FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
