// How a job goes.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a job (guide 15). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<JobState>))]
public readonly record struct JobState : IOpenEnum<JobState>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public JobState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Under way.</value>
    public static JobState Started { get; } = new("started");

    /// <value>Done.</value>
    public static JobState Success { get; } = new("success");

    /// <inheritdoc/>
    public static IReadOnlyList<JobState> KnownValues { get; } = [Started, Success];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static JobState FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
