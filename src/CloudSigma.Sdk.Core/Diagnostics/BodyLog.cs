// Writes a body to the log. Only the values of members that are known to be harmless can be read there.
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Json;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Core.Diagnostics;

/// <summary>Redacts by an allow-list: a member that nobody thought of is hidden, not shown. In maps of the user, names say nothing about values.</summary>
internal static class BodyLog
{
    private const int MaxBytes = 4096;

    private static readonly FrozenSet<string> Harmless = new[]
    {
        "uuid", "resource_uri", "status", "state", "size", "media", "storage_type", "cpu", "smp", "mem", "cpu_type", "hypervisor", "device", "dev_channel",
        "boot_order", "conf", "model", "action", "result", "operation", "progress", "created", "last_modified", "limit", "offset", "total_count",
        "error_type", "error_point", "allow_multimount", "active_since", "do",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The numbers around a list, whose place has the same name as the free map of an object. The values of that are texts.</summary>
    private static readonly FrozenSet<string> AroundList = new[] { "limit", "offset", "total_count" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Write(ILogger logger, ApiRequest request, string direction, ReadOnlySpan<byte> body)
    {
        if (!logger.IsEnabled(LogLevel.Trace)) return;
        Log.Body(logger, request.OperationId, direction, Redact(body, request.HasFreeMaps));
    }

    /// <param name="body">The body.</param>
    /// <param name="isFreeMap">Whether the body is a map of the user. A member <c>meta</c> always is one, but for the numbers around a list.</param>
    internal static string Redact(ReadOnlySpan<byte> body, bool isFreeMap = false)
    {
        using var stream = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(stream);
            var reader = new Utf8JsonReader(body[..Math.Min(body.Length, MaxBytes)], isFinalBlock: body.Length <= MaxBytes, default);
            var isShown = false;
            var isMeta = false;
            // The depth of the map around the reader whose names are the user's; -1 outside of one.
            var map = -1;
            while (reader.Read())
            {
                if (map < 0 && reader.TokenType == JsonTokenType.StartObject && (isMeta || isFreeMap)) map = reader.CurrentDepth;
                isShown = Copy(ref reader, writer, isShown, map < 0 ? Harmless : isFreeMap ? FrozenSet<string>.Empty : AroundList);
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == map) map = -1;
                isMeta = reader.TokenType == JsonTokenType.PropertyName && JsonText.Is(ref reader, "meta"u8);
            }

            writer.Flush();
            return Encoding.UTF8.GetString(stream.ToArray()) + (body.Length > MaxBytes ? "..." : "");
        }
        catch (JsonException)
        {
            return $"({body.Length} bytes that are not JSON)";
        }
    }

    private static bool Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, bool isShown, FrozenSet<string> harmless)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); return false;
            case JsonTokenType.EndObject: writer.WriteEndObject(); return false;
            case JsonTokenType.StartArray: writer.WriteStartArray(); return isShown;
            case JsonTokenType.EndArray: writer.WriteEndArray(); return false;
            case JsonTokenType.PropertyName:
                var name = JsonText.Read(ref reader);
                writer.WritePropertyName(name);
                return harmless.Contains(name);
            case JsonTokenType.Null: writer.WriteNullValue(); return isShown;
            case JsonTokenType.String when isShown && harmless != AroundList: writer.WriteStringValue(JsonText.Read(ref reader)); return isShown;
            case JsonTokenType.Number when isShown: writer.WriteRawValue(reader.ValueSpan); return isShown;
            case JsonTokenType.True or JsonTokenType.False when isShown: writer.WriteBooleanValue(reader.GetBoolean()); return isShown;
            default: writer.WriteStringValue("***"); return isShown;
        }
    }
}
