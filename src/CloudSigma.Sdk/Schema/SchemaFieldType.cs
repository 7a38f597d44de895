// What a member of an object holds.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The type of a member in a schema. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<SchemaFieldType>))]
public readonly record struct SchemaFieldType : IOpenEnum<SchemaFieldType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public SchemaFieldType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Text.</value>
    public static SchemaFieldType String { get; } = new("string");

    /// <value>A whole number.</value>
    public static SchemaFieldType Integer { get; } = new("integer");

    /// <value>A decimal number, written as text.</value>
    public static SchemaFieldType Decimal { get; } = new("decimal");

    /// <value>True or false.</value>
    public static SchemaFieldType Boolean { get; } = new("boolean");

    /// <value>A moment.</value>
    public static SchemaFieldType DateTime { get; } = new("datetime");

    /// <value>A list.</value>
    public static SchemaFieldType List { get; } = new("list");

    /// <value>A free map.</value>
    public static SchemaFieldType Dict { get; } = new("dict");

    /// <value>A reference to an object, or an object inside this one.</value>
    public static SchemaFieldType Related { get; } = new("related");

    /// <value>An object.</value>
    public static SchemaFieldType Object { get; } = new("object");

    /// <inheritdoc/>
    public static IReadOnlyList<SchemaFieldType> KnownValues { get; } = [String, Integer, Decimal, Boolean, DateTime, List, Dict, Related, Object];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static SchemaFieldType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
