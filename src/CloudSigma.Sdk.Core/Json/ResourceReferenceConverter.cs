// References by uuid: text or object in, the same form out.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads a reference from a uuid, an address or an object; writes text or the object that was read.</summary>
public sealed class ResourceReferenceConverter : JsonConverter<ResourceReference>
{
    /// <inheritdoc/>
    public override ResourceReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = new ReferenceReader();
        parts.Read(ref reader, wantsGuid: true);
        var uuid = parts.Uuid;
        if (uuid == Guid.Empty && (parts.Id ?? parts.ResourceUri ?? parts.Wrapped) is { } id && !Guid.TryParse(ReferenceReader.LastSegment(id), out uuid))
            throw new JsonException($"'{JsonText.Shown(id, 60)}' is not a uuid.");
        return new ResourceReference(uuid) { ResourceUri = parts.ResourceUri ?? parts.Wrapped, IsObject = parts.IsObject, UnknownMembers = parts.Unknown };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResourceReference value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsObject)
        {
            writer.WriteStringValue(value.Uuid);
            return;
        }

        writer.WriteStartObject();
        var kept = value.UnknownMembers;
        if (value.ResourceUri is { } uri && kept?.ContainsKey("resource_uri") != true) writer.WriteString("resource_uri"u8, uri);
        // A reference that came without a usable uuid gets no uuid of zeros.
        if (kept?.ContainsKey("uuid") != true && value.Uuid != Guid.Empty) writer.WriteString("uuid"u8, value.Uuid);
        UnknownMemberWriter.Write(writer, kept);
        writer.WriteEndObject();
    }
}
