// The state of a private cloud or of one of its nodes.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a private cloud or of one of its nodes. Only one is known; unknown values are kept.</summary>
[Experimental(ExperimentalFeatures.PrivateClouds)]
[JsonConverter(typeof(OpenEnumConverter<PrivateCloudStatus>))]
public readonly record struct PrivateCloudStatus : IOpenEnum<PrivateCloudStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public PrivateCloudStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>In use.</value>
    public static PrivateCloudStatus Active { get; } = new("active");

    /// <inheritdoc/>
    public static IReadOnlyList<PrivateCloudStatus> KnownValues { get; } = [Active];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static PrivateCloudStatus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
