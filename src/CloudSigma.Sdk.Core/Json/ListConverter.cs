// Lists within a model. They are read here instead of by the serializer, which would set up a stack of its own for every list.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads and writes the elements one by one with their own converter. An empty list, which most are, costs no memory.</summary>
internal sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    private JsonConverter<T>? _element;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"A list was expected, not a {reader.TokenType}.");
        var element = Element(options);
        List<T>? list = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null || element.HandleNull) (list ??= []).Add(element.Read(ref reader, typeof(T), options)!);
            else if (default(T) is null) (list ??= []).Add(default!);
            else throw new JsonException($"A list of {typeof(T).Name} has a null.");
        }

        return (IReadOnlyList<T>?)list ?? [];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var element = Element(options);
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (item is null && !element.HandleNull) writer.WriteNullValue();
            else element.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private JsonConverter<T> Element(JsonSerializerOptions options) => _element ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
