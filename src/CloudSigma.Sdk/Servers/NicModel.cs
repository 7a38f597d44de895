// The card that a guest sees.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The network card that a guest sees (guide 12). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<NicModel>))]
public readonly record struct NicModel : IOpenEnum<NicModel>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public NicModel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Virtio; use this one.</value>
    public static NicModel Virtio { get; } = new("virtio");

    /// <value>Intel e1000.</value>
    public static NicModel E1000 { get; } = new("e1000");

    /// <value>Realtek 8139.</value>
    public static NicModel Rtl8139 { get; } = new("rtl8139");

    /// <inheritdoc/>
    public static IReadOnlyList<NicModel> KnownValues { get; } = [Virtio, E1000, Rtl8139];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static NicModel FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
