// An answer that is complete before its first byte leaves.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CloudSigma.Emulator.Engine;

internal class ApiResponse(int status, string contentType, ReadOnlyMemory<byte> body)
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // The answer is JSON and never part of a page, so "+00:00" may stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public int Status { get; } = status;

    public string ContentType { get; } = contentType;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public Dictionary<string, StringValues> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static ApiResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) write(writer);
        return new ApiResponse(status, "application/json; charset=utf-8", buffer.WrittenMemory);
    }

    public static ApiResponse Text(string text) => new(200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static ApiResponse Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A success that has nothing to say.</summary>
    public static ApiResponse Empty() => new(200, "text/html; charset=utf-8", ReadOnlyMemory<byte>.Empty);

    /// <summary>A deletion that is done. The real cloud names a type for the body that is not there, so this does too.</summary>
    public static ApiResponse NoContent() => new(204, "text/html; charset=utf-8", ReadOnlyMemory<byte>.Empty);

    /// <summary>A mistake of the emulator itself, in the form of the API, so that clients can show it.</summary>
    public static ApiResponse Failure(Exception failure) =>
        Refusal(new ApiException(500, [new ApiError("backend", $"The emulator failed: {failure.Message}", null)]));

    /// <summary>A request that is too long or broken below JSON.</summary>
    public static ApiResponse Broken(BadHttpRequestException problem) =>
        Refusal(new ApiException(problem.StatusCode, [new ApiError("validation", problem.Message, null)]));

    public static ApiResponse Refusal(ApiException refusal)
    {
        var response = Json(refusal.Status, writer =>
        {
            writer.WriteStartArray();
            foreach (var error in refusal.Errors)
            {
                writer.WriteStartObject();
                writer.WriteString("error_message", error.Message);
                writer.WriteString("error_point", error.Point);
                writer.WriteString("error_type", error.Type);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        if (refusal.Allowed.Count > 0) response.Headers["Allow"] = string.Join(", ", refusal.Allowed);
        if (refusal.RetryAfter is { } wait)
            response.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return response;
    }
}
