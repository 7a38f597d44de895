// The declaration of one member: what it holds, who may write it and how it is shown.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Engine;

internal sealed class FieldDefinition(string name, FieldType type, string help)
{
    public string Name { get; } = name;

    public FieldType Type { get; } = type;

    /// <summary>The text of the schema.</summary>
    public string Help { get; } = help;

    /// <summary>The cloud sets it; what a request says is ignored.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>May be given in a request and is never shown.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>The tags that the object carries. An ACL names tags too, and does not carry them.</summary>
    public bool CarriesTags { get; init; }

    /// <summary>A reference has to name an object of the account that exists.</summary>
    public bool Own { get; init; }

    /// <summary>What the schema says about read-only, where that differs from what happens.</summary>
    public bool? SchemaReadOnly { get; init; }

    /// <summary>A request that creates or updates has to name it.</summary>
    public bool Required { get; init; }

    /// <summary>What the schema says about required, where that differs from what happens.</summary>
    public bool? SchemaRequired { get; init; }

    /// <summary>Set when the object is created and never again; another value in a PUT is ignored.</summary>
    public bool Fixed { get; init; }

    /// <summary>False when the schema says "No default provided.".</summary>
    public bool HasDefault { get; init; } = true;

    /// <summary>The default that the schema shows, and the first value unless <see cref="Initial"/> says otherwise.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The value of a new object that does not name the member.</summary>
    public JsonNode? Initial { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The members of a nested object.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>The schema describes <see cref="Fields"/> in the older style.</summary>
    public bool OlderFields { get; init; }

    /// <summary>A list of objects or of references, not one of them.</summary>
    public bool Many { get; init; }

    /// <summary>The resource that a reference points to, for example <c>tags</c>.</summary>
    public string? Target { get; init; }

    /// <summary>A text that may not be empty.</summary>
    public bool NotEmpty { get; init; }

    /// <summary>Longest text, or 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Reads what a request says where the type alone does not tell how. Gets the reader, the value and the point of errors.</summary>
    public Func<ValueReader, JsonNode, string, JsonNode?>? Read { get; init; }

    /// <summary>Computes what answers show. Null means: the stored value.</summary>
    public Func<DocumentView, JsonNode?>? Show { get; init; }

    // The marks of the older style of schema.
    public bool Blank { get; init; }

    public bool Nullable { get; init; }

    public bool Unique { get; init; }

    /// <summary>The value that a new object stores when the request does not name the member.</summary>
    public JsonNode? FirstValue()
    {
        if ((Initial ?? Default) is { } value) return value.DeepClone();
        if (Type is FieldType.List || (Type is FieldType.Related && Many)) return new JsonArray();
        return Type is FieldType.Dict ? new JsonObject() : null;
    }
}
