// Writes a body to the log. Only the values of members that are known to be harmless can be read there.
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Core.Diagnostics;

/// <summary>Redacts by an allow-list: a member that nobody thought of is hidden, not shown.</summary>
internal static class BodyLog
{
    private const int MaxBytes = 4096;

    private static readonly FrozenSet<string> Harmless = new[]
    {
        "uuid", "resource_uri", "status", "state", "size", "media", "storage_type", "cpu", "smp", "mem", "cpu_type", "hypervisor", "device", "dev_channel",
        "boot_order", "conf", "model", "action", "result", "operation", "progress", "created", "last_modified", "limit", "offset", "total_count",
        "error_type", "error_point", "allow_multimount", "active_since", "do",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Write(ILogger logger, string? operationId, string direction, ReadOnlySpan<byte> body)
    {
        if (!logger.IsEnabled(LogLevel.Trace)) return;
        Log.Body(logger, operationId, direction, Redact(body));
    }

    internal static string Redact(ReadOnlySpan<byte> body)
    {
        using var stream = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(stream);
            var reader = new Utf8JsonReader(body[..Math.Min(body.Length, MaxBytes)], isFinalBlock: body.Length <= MaxBytes, default);
            var isShown = false;
            while (reader.Read()) isShown = Copy(ref reader, writer, isShown);
            writer.Flush();
            return Encoding.UTF8.GetString(stream.ToArray()) + (body.Length > MaxBytes ? "..." : "");
        }
        catch (JsonException)
        {
            return $"({body.Length} bytes that are not JSON)";
        }
    }

    private static bool Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, bool isShown)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); return false;
            case JsonTokenType.EndObject: writer.WriteEndObject(); return false;
            case JsonTokenType.StartArray: writer.WriteStartArray(); return isShown;
            case JsonTokenType.EndArray: writer.WriteEndArray(); return false;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                writer.WritePropertyName(name);
                return Harmless.Contains(name);
            case JsonTokenType.Null: writer.WriteNullValue(); return isShown;
            case JsonTokenType.String when isShown: writer.WriteStringValue(reader.GetString()); return isShown;
            case JsonTokenType.Number when isShown: writer.WriteRawValue(reader.ValueSpan); return isShown;
            case JsonTokenType.True or JsonTokenType.False when isShown: writer.WriteBooleanValue(reader.GetBoolean()); return isShown;
            default: writer.WriteStringValue("***"); return isShown;
        }
    }
}
