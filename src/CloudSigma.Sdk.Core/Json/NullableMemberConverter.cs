// Reads and writes Member<T?> of value types.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

internal sealed class NullableMemberConverter<T>(JsonConverter<T>? inner) : JsonConverter<Member<T?>> where T : struct
{
    private JsonConverter<T>? _inner = inner;

    public override bool HandleNull => true;

    public override Member<T?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
            ? Member<T?>.Null
            : new Member<T?>(Inner(options).Read(ref reader, typeof(T), options));

    public override void Write(Utf8JsonWriter writer, Member<T?> value, JsonSerializerOptions options)
    {
        if (value.Value is { } present) Inner(options).Write(writer, present, options);
        else writer.WriteNullValue();
    }

    private JsonConverter<T> Inner(JsonSerializerOptions options) => _inner ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
