// The unit in which a retention rule counts.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The unit in which a retention rule counts (guide 23). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<RetentionPeriod>))]
public readonly record struct RetentionPeriod : IOpenEnum<RetentionPeriod>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public RetentionPeriod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Days.</value>
    public static RetentionPeriod Days { get; } = new("days");

    /// <value>Weeks.</value>
    public static RetentionPeriod Weeks { get; } = new("weeks");

    /// <value>Months.</value>
    public static RetentionPeriod Months { get; } = new("months");

    /// <inheritdoc/>
    public static IReadOnlyList<RetentionPeriod> KnownValues { get; } = [Days, Weeks, Months];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static RetentionPeriod FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
