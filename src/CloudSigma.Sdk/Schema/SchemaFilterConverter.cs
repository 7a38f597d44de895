// A filter of a schema is an operator, a list of operators, or a number that stands for all of them.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed class SchemaFilterConverter : JsonConverter<SchemaFilter>
{
    public override SchemaFilter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new SchemaFilter { Operators = [reader.GetString()!], IsText = true };
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return new SchemaFilter { AllowsEveryOperator = number > 0, Number = number };
            case JsonTokenType.StartArray:
                var operators = new List<string>();
                while (reader.Read() && reader.TokenType == JsonTokenType.String) operators.Add(reader.GetString()!);
                if (reader.TokenType == JsonTokenType.EndArray) return new SchemaFilter { Operators = operators };
                break;
            default:
                break;
        }

        throw new JsonException($"A filter of a schema is a text, a list of texts or a whole number, not a {reader.TokenType}.");
    }

    public override void Write(Utf8JsonWriter writer, SchemaFilter value, JsonSerializerOptions options)
    {
        if (value.Number is { } number) writer.WriteNumberValue(number);
        else if (value.AllowsEveryOperator) writer.WriteNumberValue(1);
        else if (value is { IsText: true, Operators: [var only] }) writer.WriteStringValue(only);
        else WriteList(writer, value.Operators);
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<string> operators)
    {
        writer.WriteStartArray();
        foreach (var text in operators) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
