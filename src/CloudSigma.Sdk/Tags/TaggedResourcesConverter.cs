// The objects of a tag: uuids as text in requests, objects in answers.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>Reads both forms, also mixed, and writes each object in its form (guide 9.4).</summary>
internal sealed class TaggedResourcesConverter : JsonConverter<IReadOnlyList<TaggedResource>>
{
    private JsonConverter<TaggedResource>? _resource;

    public override IReadOnlyList<TaggedResource> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"A list was expected, not a {reader.TokenType}.");
        List<TaggedResource>? resources = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            (resources ??= []).Add(reader.TokenType switch
            {
                JsonTokenType.String => new TaggedResource { Uuid = reader.GetString()! },
                JsonTokenType.StartObject => Resource(options).Read(ref reader, typeof(TaggedResource), options)! with { IsObject = true },
                _ => throw new JsonException($"A tagged object is a text or an object, not a {reader.TokenType}."),
            });
        }

        return (IReadOnlyList<TaggedResource>?)resources ?? [];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TaggedResource> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var resource in value)
        {
            if (resource.IsObject) Resource(options).Write(writer, resource, options);
            else writer.WriteStringValue(resource.Uuid);
        }

        writer.WriteEndArray();
    }

    private JsonConverter<TaggedResource> Resource(JsonSerializerOptions options) =>
        _resource ??= (JsonConverter<TaggedResource>)options.GetTypeInfo(typeof(TaggedResource)).Converter;
}
