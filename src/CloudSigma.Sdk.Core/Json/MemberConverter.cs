// Reads and writes Member<T>: a JSON null is kept as null, also where T cannot be null.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

internal sealed class MemberConverter<T>(JsonConverter<T>? inner) : JsonConverter<Member<T>>
{
    private JsonConverter<T>? _inner = inner;

    public override bool HandleNull => true;

    public override Member<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
            ? Member<T>.Null
            : new Member<T>(Inner(options).Read(ref reader, typeof(T), options));

    public override void Write(Utf8JsonWriter writer, Member<T> value, JsonSerializerOptions options)
    {
        if (value.HasValue) Inner(options).Write(writer, value.Value, options);
        else writer.WriteNullValue();
    }

    private JsonConverter<T> Inner(JsonSerializerOptions options) => _inner ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
