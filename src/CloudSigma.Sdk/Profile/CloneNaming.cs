// How clones get their names.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>How a clone is named when the request has no name (guide 13). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<CloneNaming>))]
public readonly record struct CloneNaming : IOpenEnum<CloneNaming>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public CloneNaming(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>The name of the source.</value>
    public static CloneNaming None { get; } = new("NONE");

    /// <value>A number is added or raised.</value>
    public static CloneNaming Counter { get; } = new("COUNTER");

    /// <value>The date is added or renewed.</value>
    public static CloneNaming Date { get; } = new("DATE");

    /// <value>Date and time are added or renewed.</value>
    public static CloneNaming Timestamp { get; } = new("TIMESTAMP");

    /// <inheritdoc/>
    public static IReadOnlyList<CloneNaming> KnownValues { get; } = [None, Counter, Date, Timestamp];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static CloneNaming FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
