// Reads methods from a list or a bare text, and writes the same form.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed class HttpMethodListConverter : JsonConverter<HttpMethodList>
{
    public override HttpMethodList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new HttpMethodList([AllowedMethods.Parse(reader.GetString()!)], isText: true);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"Methods are a list or a text, not a {reader.TokenType}.");
        var methods = new List<HttpMethod>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            methods.Add(reader.TokenType == JsonTokenType.String ? AllowedMethods.Parse(reader.GetString()!) : throw new JsonException($"A method is a text, not a {reader.TokenType}."));
        return new HttpMethodList(methods);
    }

    public override void Write(Utf8JsonWriter writer, HttpMethodList value, JsonSerializerOptions options)
    {
        if (!value.IsText) writer.WriteStartArray();
        foreach (var method in value) writer.WriteStringValue(LowerCase(method));
        if (!value.IsText) writer.WriteEndArray();
    }

#pragma warning disable CA1308 // The API writes methods in lower case here.
    private static string LowerCase(HttpMethod method) => method.Method.ToLowerInvariant();
#pragma warning restore CA1308
}
