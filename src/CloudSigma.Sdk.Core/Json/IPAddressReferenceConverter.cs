// References to addresses: text or object in, the same form out.
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads a reference to an address from text or an object; writes text or the object that was read.</summary>
public sealed class IPAddressReferenceConverter : JsonConverter<IPAddressReference>
{
    /// <inheritdoc/>
    public override IPAddressReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = new ReferenceReader();
        parts.Read(ref reader, wantsGuid: false);
        var id = parts.Id ?? ((parts.ResourceUri ?? parts.Wrapped) is { } uri ? ReferenceReader.LastSegment(uri) : "");
        if (!IPAddress.TryParse(id, out var address)) throw new JsonException($"'{JsonText.Shown(id, 60)}' is not an IP address.");
        return new IPAddressReference(address) { ResourceUri = parts.ResourceUri ?? parts.Wrapped, IsObject = parts.IsObject, UnknownMembers = parts.Unknown };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IPAddressReference value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsObject)
        {
            writer.WriteStringValue(value.Address.ToString());
            return;
        }

        writer.WriteStartObject();
        var kept = value.UnknownMembers;
        if (value.ResourceUri is { } uri && kept?.ContainsKey("resource_uri") != true) writer.WriteString("resource_uri"u8, uri);
        if (kept?.ContainsKey("uuid") != true) writer.WriteString("uuid"u8, value.Address.ToString());
        UnknownMemberWriter.Write(writer, kept);
        writer.WriteEndObject();
    }
}
