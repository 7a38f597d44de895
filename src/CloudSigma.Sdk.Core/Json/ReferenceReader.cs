// Reads the parts of a reference, whichever of its forms it has. Said once for uuids and addresses.
using System.Text.Json;

namespace CloudSigma.Sdk.Core.Json;

internal ref struct ReferenceReader
{
    public Guid Uuid;
    public string? Id;
    public string? ResourceUri;

    /// <summary>The address inside a <c>resource_uri</c> that is an object (guide 32).</summary>
    public string? Wrapped;

    public bool IsObject;
    public Dictionary<string, JsonElement>? Unknown;

    /// <summary>Reads a text, or an object with uuid, resource_uri and perhaps more.</summary>
    /// <param name="reader">Stands on the text or on the start of the object.</param>
    /// <param name="wantsGuid">Whether the id is read as a uuid without making a string first.</param>
    public void Read(ref Utf8JsonReader reader, bool wantsGuid)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            ReadId(ref reader, wantsGuid);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"A reference is a text or an object, not a {reader.TokenType}.");
        IsObject = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "uuid" && reader.TokenType == JsonTokenType.String)
            {
                ReadId(ref reader, wantsGuid);
            }
            else if (name == "resource_uri" && reader.TokenType == JsonTokenType.String)
            {
                ResourceUri = reader.GetString();
            }
            else
            {
                // Also a uuid or an address that is null or an object: it goes back as it came.
                var value = JsonElement.ParseValue(ref reader);
                if (name == "resource_uri" && value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String)
                    Wrapped = inner.GetString();
                (Unknown ??= [])[name] = value;
            }
        }
    }

    /// <summary>The last part of an address: <c>/api/2.0/ips/203.0.113.7/</c> gives <c>203.0.113.7</c>.</summary>
    public static string LastSegment(string uri)
    {
        var trimmed = uri.AsSpan().TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..].ToString();
    }

    private void ReadId(ref Utf8JsonReader reader, bool wantsGuid)
    {
        if (wantsGuid && reader.TryGetGuid(out Uuid)) return;
        Id = reader.GetString();
    }
}
