// What the API says about a member of an object.
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What the API says about one member of an object.</summary>
public sealed record SchemaField : ApiModel
{
    private const string NoDefault = "No default provided.";

    /// <summary>What the member holds; empty when the answer does not say.</summary>
    [JsonIgnore]
    public SchemaFieldType Type { get => _type.Value; init => _type = new(value); }
    [JsonInclude, JsonPropertyName("type")] internal Member<SchemaFieldType> _type;

    /// <summary>Whether an update ignores the member.</summary>
    [JsonIgnore]
    public bool IsReadOnly { get => _isReadOnly.Value; init => _isReadOnly = new(value); }
    [JsonInclude, JsonPropertyName("readonly")] internal Member<bool> _isReadOnly;

    /// <summary>Whether a create needs the member. Some members that are read only are marked too.</summary>
    /// <value>Null in schemas of the older style, which have <see cref="IsBlank"/> and <see cref="IsNullable"/> instead.</value>
    [JsonIgnore]
    public bool? IsRequired { get => _isRequired.Value; init => _isRequired = new(value); }
    [JsonInclude, JsonPropertyName("required")] internal Member<bool?> _isRequired;

    /// <summary>The value of the member when a create leaves it out.</summary>
    /// <value>Null when there is none, which <see cref="HasDefault"/> tells from a default that is null.</value>
    [JsonIgnore]
    public JsonElement? Default { get => HasDefault ? _default.Value : null; init => _default = new(value); }
    [JsonInclude, JsonPropertyName("default")] internal Member<JsonElement?> _default;

    /// <summary>Whether the schema gives a default; the API has a sentence in its place when it does not.</summary>
    [JsonIgnore]
    public bool HasDefault => _default.IsPresent && !(_default.Value is { ValueKind: JsonValueKind.String } text && text.ValueEquals(NoDefault));

    /// <summary>What the API says about the member.</summary>
    [JsonIgnore]
    public string HelpText { get => _helpText.Or(""); init => _helpText = new(value); }
    [JsonInclude, JsonPropertyName("help_text")] internal Member<string> _helpText;

    /// <summary>The values that the member can have; empty when any will do.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonElement> Choices { get => _choices.Or([]); init => _choices = new(value); }
    [JsonInclude, JsonPropertyName("choices")] internal Member<IReadOnlyList<JsonElement>> _choices;

    /// <summary>The members of the object, or of the objects, inside this member; empty when there are none or they are not described.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, SchemaField> Fields { get => _fields.Or(EmptyMap.Of<SchemaField>()); init => _fields = new(value); }
    [JsonInclude, JsonPropertyName("fields")] internal Member<IReadOnlyDictionary<string, SchemaField>> _fields;

    /// <summary>Older style: whether the member may be empty.</summary>
    /// <value>Null in schemas of the newer style.</value>
    [JsonIgnore]
    public bool? IsBlank { get => _isBlank.Value; init => _isBlank = new(value); }
    [JsonInclude, JsonPropertyName("blank")] internal Member<bool?> _isBlank;

    /// <summary>Older style: whether the member may be null.</summary>
    /// <value>Null in schemas of the newer style.</value>
    [JsonIgnore]
    public bool? IsNullable { get => _isNullable.Value; init => _isNullable = new(value); }
    [JsonInclude, JsonPropertyName("nullable")] internal Member<bool?> _isNullable;

    /// <summary>Older style: whether no two objects have the same value.</summary>
    /// <value>Null in schemas of the newer style.</value>
    [JsonIgnore]
    public bool? IsUnique { get => _isUnique.Value; init => _isUnique = new(value); }
    [JsonInclude, JsonPropertyName("unique")] internal Member<bool?> _isUnique;

    /// <summary>Whether the description stood in a list by itself, as those of some lists of objects do.</summary>
    internal bool IsListed { get; init; }
}
