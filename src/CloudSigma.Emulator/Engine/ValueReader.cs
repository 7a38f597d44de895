// Checks one value of a request against the declaration of its member and brings it into the stored form.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class ValueReader(RequestContext request, AccountPartition owner)
{
    public const string RequiredMessage = "This field is required";
    private const int LongestMetaKey = 32;

    /// <summary>The account to which the object belongs.</summary>
    public AccountPartition Owner { get; } = owner;

    public List<ApiError> Errors { get; } = [];

    public void Fail(string message, string point) => Errors.Add(new ApiError("validation", message, point));

    /// <summary>Notes the members that nobody knows.</summary>
    public void NoteUnknown(JsonObject source, string point, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in source)
        {
            if (!known.Contains(name)) request.Unknown("member", $"{point}.{name}");
        }
    }

    public void ThrowIfFailed()
    {
        if (Errors.Count > 0) throw new ApiException(400, Errors);
    }

    /// <summary>Reads a value that is there. Null brings the first value back.</summary>
    public JsonNode? Read(FieldDefinition field, JsonNode? value, string point)
    {
        if (value is null)
        {
            if (field.Required) Fail(RequiredMessage, point);
            return field.FirstValue();
        }

        if (field.Read is not null) return field.Read(this, value, point);
        return field.Type switch
        {
            FieldType.String or FieldType.DateTime => ReadText(field, value, point),
            FieldType.Integer => ReadInteger(value, point),
            FieldType.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? value.DeepClone()
                : Bad("Not true or false", point),
            FieldType.Decimal => ReadDecimal(value, point),
            FieldType.List => ReadTexts(field, value, point),
            FieldType.Dict => ReadMeta(value, point),
            FieldType.Related => ReadRelated(field, value, point),
            _ => value.DeepClone(),
        };
    }

    /// <summary>Reads the members of a nested object, all of them: what is absent gets its first value.</summary>
    public JsonObject ReadMembers(IReadOnlyList<FieldDefinition> fields, JsonObject source, string point)
    {
        var result = new JsonObject();
        foreach (var field in fields)
        {
            if (field.ReadOnly)
                continue;
            if (source.TryGetPropertyValue(field.Name, out var value))
                result[field.Name] = Read(field, value, $"{point}.{field.Name}");
            else if (field.Required)
                Fail(RequiredMessage, $"{point}.{field.Name}");
            else
                result[field.Name] = field.FirstValue();
        }

        foreach (var (name, _) in source)
        {
            if (fields.All(field => field.Name != name)) request.Unknown("member", $"{point}.{name}");
        }

        return result;
    }

    /// <summary>The uuid that a reference names in one of its forms - as text, as an address, or as an object that holds it - or null.</summary>
    public static string? ReferencedUuid(JsonNode? value) =>
        Referenced(value) is { } id && Guid.TryParseExact(id, "D", out _) ? id.ToLowerInvariant() : null;

    /// <summary>A number, or a text that holds one; null when the value is neither.</summary>
    public static decimal? Decimal(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private JsonValue? Bad(string message, string point)
    {
        Fail(message, point);
        return null;
    }

    private JsonValue? ReadText(FieldDefinition field, JsonNode value, string point)
    {
        if (value.GetValueKind() is not JsonValueKind.String) return Bad("Not a text", point);
        var text = Cut(value.GetValue<string>());
        if (field.NotEmpty && text.Length == 0) return Bad("The text may not be empty", point);
        if (field.MaxLength > 0 && text.Length > field.MaxLength)
            return Bad($"At most {field.MaxLength} characters are allowed", point);
        return field.Choices.Count == 0 || field.Choices.Contains(text)
            ? JsonValue.Create(text)
            : Bad($"\"{text}\" is not one of {string.Join(", ", field.Choices)}", point);
    }

    // The backend ends a text at its first NUL character.
    private static string Cut(string text) => text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;

    // Old clients send numbers as text, and some write whole numbers with a fraction of zero.
    private JsonValue? ReadInteger(JsonNode value, string point)
    {
        var kind = value.GetValueKind();
        if (kind is JsonValueKind.Number or JsonValueKind.String
            && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue)
        {
            return JsonValue.Create((long)number);
        }

        return Bad("Not a whole number", point);
    }

    private JsonValue? ReadDecimal(JsonNode value, string point) =>
        Decimal(value) is null ? Bad("Not a decimal number", point) : JsonValue.Create(value.ToString());

    private JsonArray? ReadTexts(FieldDefinition field, JsonNode value, string point)
    {
        if (value is not JsonArray entries)
        {
            Fail("Not a list", point);
            return null;
        }

        var result = new JsonArray();
        foreach (var entry in entries)
        {
            if (entry is null || entry.GetValueKind() is not JsonValueKind.String)
                Fail("Not a list of texts", point);
            else if (field.Choices.Count > 0 && !field.Choices.Contains(entry.GetValue<string>()))
                Fail($"\"{entry}\" is not one of {string.Join(", ", field.Choices)}", point);
            else
                result.Add((JsonNode)Cut(entry.GetValue<string>()));
        }

        return result;
    }

    private JsonObject? ReadMeta(JsonNode value, string point)
    {
        if (value is not JsonObject map)
        {
            Fail("Not an object", point);
            return null;
        }

        var result = new JsonObject();
        foreach (var (key, entry) in map)
        {
            if (key.Length > LongestMetaKey)
                Fail($"The key \"{key}\" has more than {LongestMetaKey} characters", point);
            if (entry is null || entry.GetValueKind() is not JsonValueKind.String)
                Fail($"The value of the key \"{key}\" is not a text", point);
            else
                result[Cut(key)] = Cut(entry.GetValue<string>());
        }

        return result;
    }

    private JsonNode? ReadRelated(FieldDefinition field, JsonNode value, string point)
    {
        if (!field.Many) return ReadRelatedOne(field, value, point);
        if (value is not JsonArray entries)
        {
            Fail("Not a list", point);
            return null;
        }

        var result = new JsonArray();
        foreach (var entry in entries) result.Add(ReadRelatedOne(field, entry, point));
        return result;
    }

    private JsonObject? ReadRelatedOne(FieldDefinition field, JsonNode? value, string point)
    {
        if (field.Target is not null) return ReadReference(field, value, point);
        if (value is JsonObject members) return ReadMembers(field.Fields, members, point);
        Fail("Not an object", point);
        return null;
    }

    /// <summary>The id that a reference names: as text, as an address, or as an object that holds it; null when it names none.</summary>
    public static string? Referenced(JsonNode? value)
    {
        var holder = value is JsonObject reference ? reference["uuid"] : value;
        if (holder is not JsonValue || holder.GetValueKind() is not JsonValueKind.String) return null;
        var id = holder.GetValue<string>().TrimEnd('/');
        return id[(id.LastIndexOf('/') + 1)..];
    }

    private JsonObject? ReadReference(FieldDefinition field, JsonNode? value, string point)
    {
        var target = field.Target!;
        var id = Referenced(value);
        // An address may be spelled in several ways; one of them is its id.
        if (target == "ips" && System.Net.IPAddress.TryParse(id, out var address)) id = address.ToString();
        else if (target == "ips" || !Guid.TryParseExact(id, "D", out _)) id = null;
        if (id is not null)
        {
            id = id.ToLowerInvariant();
            if (field.Own && Owner.Find(request.Resource(target).StoredIn, id) is null) Fail($"There is no object {id} in {target} of the account", point);
            return new JsonObject { ["resource_uri"] = $"/api/2.0/{target}/{id}/", ["uuid"] = id };
        }

        Fail(target == "ips" ? "Not an address of the account" : "Not a uuid or an object with a uuid", point);
        return null;
    }
}
