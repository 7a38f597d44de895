// Reads the JSON of a request and its three forms: wrapped in "objects", a bare list, or one object.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Engine;

internal static class BodyReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public static JsonNode? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) throw ApiException.Validation("The request has no body. A JSON body is needed here.", null);
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            return Copy(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw ApiException.Validation($"The body is not valid JSON: {problem.Message}", null);
        }
        catch (InvalidOperationException problem)
        {
            // Half a surrogate pair or bytes that are not UTF-8 are only seen when a text is read.
            throw ApiException.Validation($"The body has a text that is not valid Unicode: {problem.Message}", null);
        }
    }

    /// <summary>The body of an action. An empty body counts as {}.</summary>
    public static JsonObject ActionBody(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return [];
        return Parse(body) as JsonObject ?? throw ApiException.Validation("The body of an action has to be a JSON object.", null);
    }

    /// <summary>The body of a PUT of one object.</summary>
    public static JsonObject One(ReadOnlyMemory<byte> body) =>
        Parse(body) as JsonObject ?? throw ApiException.Validation("The body has to be one JSON object.", null);

    /// <summary>The objects of a create, a bulk update or a bulk delete, whichever form the body has.</summary>
    public static IReadOnlyList<JsonObject> Many(ReadOnlyMemory<byte> body)
    {
        var root = Parse(body);
        if (root is JsonObject wrapper && wrapper.TryGetPropertyValue("objects", out var wrapped))
        {
            root = wrapped as JsonArray ?? throw ApiException.Validation("The member objects has to be a list.", "objects");
        }

        IEnumerable<JsonNode?> entries = root switch
        {
            JsonArray list => list,
            JsonObject single => [single],
            _ => throw ApiException.Validation("The body has to be an object, a list of objects, or {\"objects\": [...]}.", null),
        };
        var objects = new List<JsonObject>();
        foreach (var entry in entries)
            objects.Add(entry as JsonObject ?? throw ApiException.Validation("Each entry of the list has to be an object.", "objects"));
        return objects.Count > 0 ? objects : throw ApiException.Validation("The list of objects is empty.", "objects");
    }

    private static double Finite(double number) =>
        double.IsFinite(number) ? number : throw ApiException.Validation("The body has a number that is too large to be read.", null);

    // Texts are read here once and for all, so that a bad one is found before anything is changed.
    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject()) members[member.Name] = Copy(member.Value);
                return members;
            case JsonValueKind.Array:
                var entries = new JsonArray();
                foreach (var entry in element.EnumerateArray()) entries.Add(Copy(entry));
                return entries;
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.True:
            case JsonValueKind.False:
                return JsonValue.Create(element.GetBoolean());
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole)
                    ? JsonValue.Create(whole)
                    : element.TryGetDecimal(out var exact)
                        ? JsonValue.Create(exact)
                        : JsonValue.Create(Finite(element.GetDouble()));
            default:
                return null;
        }
    }
}
