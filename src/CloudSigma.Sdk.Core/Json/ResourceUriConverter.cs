// resource_uri is a text, or an object {resource_uri, uuid} in 37 documented places.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads an address from a text or from an object that wraps it, and writes the same form.</summary>
public sealed class ResourceUriConverter : JsonConverter<ResourceUri>
{
    /// <inheritdoc/>
    public override ResourceUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new ResourceUri(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"A resource_uri is a text or an object, not a {reader.TokenType}.");

        string? path = null, uuid = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPath = reader.ValueTextEquals("resource_uri"u8);
            var isUuid = reader.ValueTextEquals("uuid"u8);
            reader.Read();
            if (isPath && reader.TokenType == JsonTokenType.String) path = reader.GetString();
            else if (isUuid && reader.TokenType == JsonTokenType.String) uuid = reader.GetString();
            else reader.Skip();
        }

        return new ResourceUri(path ?? "", uuid, isWrapped: true);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResourceUri value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.IsWrapped)
        {
            writer.WriteStringValue(value.Path);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("resource_uri"u8, value.Path);
        if (value.WrappedUuid is { } uuid) writer.WriteString("uuid"u8, uuid);
        writer.WriteEndObject();
    }
}
