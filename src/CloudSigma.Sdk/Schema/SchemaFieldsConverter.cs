// The members of a schema. Each is described by an object; some that are lists of objects, by a list with one object.
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CloudSigma.Sdk;

internal sealed class SchemaFieldsConverter : JsonConverter<IReadOnlyDictionary<string, SchemaField>>
{
    public override IReadOnlyDictionary<string, SchemaField> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"The fields of a schema are an object, not a {reader.TokenType}.");
        var fields = new Dictionary<string, SchemaField>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = ReadField(ref reader, options);
        }

        return fields;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, SchemaField> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in value)
        {
            writer.WritePropertyName(name);
            if (field.IsListed) writer.WriteStartArray();
            JsonSerializer.Serialize(writer, field, FieldType(options));
            if (field.IsListed) writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static SchemaField ReadField(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var isListed = reader.TokenType == JsonTokenType.StartArray;
        if (isListed) reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"A field of a schema is an object, not a {reader.TokenType}.");
        var field = JsonSerializer.Deserialize(ref reader, FieldType(options))!;
        if (!isListed) return field;
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? field with { IsListed = true } : throw new JsonException("A field of a schema is one object, not several.");
    }

    private static JsonTypeInfo<SchemaField> FieldType(JsonSerializerOptions options) => (JsonTypeInfo<SchemaField>)options.GetTypeInfo(typeof(SchemaField));
}
