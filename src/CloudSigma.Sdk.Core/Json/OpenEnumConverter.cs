// The one converter of all open enums. Known values are matched on the bytes, so reading them allocates nothing.
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads and writes an open enum; an unknown text is kept as it is.</summary>
/// <typeparam name="T">The open enum.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T> where T : struct, IOpenEnum<T>
{
    private readonly (byte[] Utf8, T Value)[] _known = [.. T.KnownValues.Select(static v => (Encoding.UTF8.GetBytes(v.Value), v))];

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String:
                foreach (var (utf8, value) in _known)
                {
                    if (reader.ValueTextEquals(utf8)) return value;
                }

                return T.FromValue(reader.GetString()!);
            default:
                throw new JsonException($"A {typeof(T).Name} is a text, not a {reader.TokenType}.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
