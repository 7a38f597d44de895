// The kind of host.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The kind of host that a server runs on. Which ones are offered is in <see cref="Capabilities.Hosts"/>. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<CpuType>))]
public readonly record struct CpuType : IOpenEnum<CpuType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public CpuType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>AMD.</value>
    public static CpuType Amd { get; } = new("amd");

    /// <value>Intel.</value>
    public static CpuType Intel { get; } = new("intel");

    /// <value>SPARC T4.</value>
    public static CpuType SparcT4 { get; } = new("sparc_t4");

    /// <value>SPARC T5.</value>
    public static CpuType SparcT5 { get; } = new("sparc_t5");

    /// <value>VMware.</value>
    public static CpuType VMware { get; } = new("vmware");

    /// <inheritdoc/>
    public static IReadOnlyList<CpuType> KnownValues { get; } = [Amd, Intel, SparcT4, SparcT5, VMware];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static CpuType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
