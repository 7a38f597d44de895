// The declaration of one filter parameter of a list.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Engine;

/// <param name="Parameter">The query parameter.</param>
/// <param name="Member">The member that is compared.</param>
/// <param name="Contains">Part of the value in any case, instead of the whole value.</param>
internal sealed record FilterDefinition(string Parameter, string Member, bool Contains = false)
{
    /// <summary>What the schema shows for the parameter; null keeps the parameter out of the schema.</summary>
    public JsonNode? SchemaValue { get; init; } = "exact";

    /// <summary>Compares a value with an alternative in a way of its own, such as "less than"; null compares as <see cref="Contains"/> says.</summary>
    public Func<string, string, bool>? Test { get; init; }

    /// <summary>What is compared, where that is not the member itself.</summary>
    public Func<DocumentView, JsonNode?>? Value { get; init; }

    /// <summary>The generic parameters that most resources have.</summary>
    public static IReadOnlyList<FilterDefinition> Usual { get; } =
    [
        new("name", "name"),
        new("name__contains", "name", Contains: true),
        new("tag", "tags"),
        new("uuid", "uuid"),
        new("tag__name", "tags") { SchemaValue = null, Value = TagNames },
    ];

    /// <summary>True when the object fits one of the alternatives.</summary>
    public bool Matches(DocumentView view, IReadOnlyList<string> alternatives) =>
        Matches(Value is null ? view.Value(Member) : Value(view), alternatives);

    /// <summary>True when one of the alternatives fits the value; a list fits when one of its entries does.</summary>
    private bool Matches(JsonNode? value, IReadOnlyList<string> alternatives)
    {
        if (value is JsonArray entries)
        {
            foreach (var entry in entries)
            {
                if (Matches(entry, alternatives)) return true;
            }

            return false;
        }

        if (value is JsonObject reference) value = reference["uuid"];
        if (value is null) return false;
        var text = value.ToString();
        foreach (var alternative in alternatives)
        {
            if (Test is not null ? Test(text, alternative)
                : Contains ? text.Contains(alternative, StringComparison.OrdinalIgnoreCase)
                : text == alternative)
            {
                return true;
            }
        }

        return false;
    }

    // The names of the tags that the caller sees on the object.
    private static JsonArray TagNames(DocumentView view)
    {
        var names = new JsonArray();
        foreach (var tag in view.Value(TagIndex.Member) as JsonArray ?? [])
        {
            if (view.Document.Partition.Find(TagIndex.Member, tag!["uuid"]!.GetValue<string>()) is { } found) names.Add((JsonNode)found.Text("name"));
        }

        return names;
    }
}
