// How a start looks for a host.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>How a host is looked for when a server starts. Which ones are offered is in <see cref="ServerLimits.StartMethods"/>. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<StartMethod>))]
public readonly record struct StartMethod : IOpenEnum<StartMethod>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public StartMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Eager allocation.</value>
    public static StartMethod Eager { get; } = new("eager");

    /// <value>Lazy allocation.</value>
    public static StartMethod Lazy { get; } = new("lazy");

    /// <value>The usual allocation.</value>
    public static StartMethod Regular { get; } = new("regular");

    /// <inheritdoc/>
    public static IReadOnlyList<StartMethod> KnownValues { get; } = [Eager, Lazy, Regular];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static StartMethod FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
