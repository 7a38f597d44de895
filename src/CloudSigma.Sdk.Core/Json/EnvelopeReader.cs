// Answers with several objects come in three forms: {"objects": [...]}, a bare list, or one bare object.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CloudSigma.Sdk.Core.Json;

internal static class EnvelopeReader
{
    public static IReadOnlyList<T> Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> elementType)
    {
        var objects = new List<T>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            ReadArray(ref reader, json, elementType, objects);
        }
        else if (reader.TokenType == JsonTokenType.StartObject && FindObjects(ref reader))
        {
            if (reader.TokenType == JsonTokenType.StartArray) ReadArray(ref reader, json, elementType, objects);
            else if (reader.TokenType == JsonTokenType.StartObject) objects.Add(ReadOne(ref reader, json, elementType));
            else throw new JsonException($"'objects' is a list, not a {reader.TokenType}");
        }
        else if (reader.TokenType == JsonTokenType.EndObject)
        {
            objects.Add(Deserialize(json, elementType));
        }
        else
        {
            throw new JsonException($"an object or a list was expected, not a {reader.TokenType}");
        }

        return objects;
    }

    private static bool FindObjects(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = JsonText.Is(ref reader, "objects"u8);
            reader.Read();
            if (found) return true;
            reader.Skip();
        }

        return false;
    }

    private static void ReadArray<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo<T> elementType, List<T> objects)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) objects.Add(ReadOne(ref reader, json, elementType));
    }

    private static T ReadOne<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo<T> elementType)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Deserialize(json[start..(int)reader.BytesConsumed], elementType);
    }

    private static T Deserialize<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> elementType) =>
        JsonSerializer.Deserialize(json, elementType) ?? throw new JsonException("an object is null");
}
