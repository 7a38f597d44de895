// Turns any error answer into the fitting exception: array, one object, HTML, text, nothing, or cut off in the middle.
using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk.Core.Errors;

internal static class ErrorResponseReader
{
    /// <summary>Bytes of the body that are looked at for errors.</summary>
    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>Bytes of the body that go into the exception.</summary>
    public const int MaxShownBytes = 1024;

    public static async Task<CloudSigmaApiException> ReadAsync(
        HttpResponseMessage response, string? operationId, string request, TimeProvider timeProvider, CancellationToken cancellationToken, Func<string, string>? hide = null)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBodyBytes);
        try
        {
            var length = await ReadBodyAsync(response, buffer, cancellationToken).ConfigureAwait(false);
            var body = buffer.AsSpan(0, length);
            return Create(new ApiErrorDetails
            {
                StatusCode = response.StatusCode,
                Errors = hide is null ? ParseErrors(body) : [.. ParseErrors(body).Select(e => e with { Message = hide(e.Message), Point = e.Point is null ? null : hide(e.Point) })],
                RequestId = Header(response, "X-REQUEST-ID"),
                Body = Shown(SecretRedactor.Redact(Encoding.UTF8.GetString(body[..Math.Min(length, MaxShownBytes)])), hide),
                OperationId = operationId,
                RetryAfter = RetryAfterHeader.Read(response, timeProvider),
            }, request);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Shown(string body, Func<string, string>? hide) => hide is null ? body : hide(body);

    private static CloudSigmaApiException Create(ApiErrorDetails details, string request)
    {
        details = details with { Message = Describe(details, request) };
        if (details.Errors.Any(static e => e.Type == ApiErrorType.Concurrency)) return new ConcurrencyException(details);
        return details.StatusCode switch
        {
            HttpStatusCode.BadRequest => new ValidationException(details),
            HttpStatusCode.Unauthorized => new AuthenticationException(details),
            HttpStatusCode.PaymentRequired => new InsufficientFundsException(details),
            HttpStatusCode.Forbidden => new PermissionDeniedException(details),
            HttpStatusCode.NotFound => new ResourceNotFoundException(details),
            HttpStatusCode.TooManyRequests => new RateLimitedException(details),
            HttpStatusCode.ServiceUnavailable => new ServiceUnavailableException(details),
            _ => new CloudSigmaApiException(details),
        };
    }

    private static string Describe(ApiErrorDetails details, string request)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{request} answered {(int)details.StatusCode} {details.StatusCode}");
        foreach (var error in details.Errors)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {(error.Type.Value.Length == 0 ? "error" : error.Type)}: {error.Message}");
            if (error.Point is { Length: > 0 } point) text.Append(CultureInfo.InvariantCulture, $" (at '{point}')");
        }

        if (details.Errors.Count == 0 && details.Body.Length > 0)
        {
            var line = details.Body.ReplaceLineEndings(" ").Trim();
            text.Append(CultureInfo.InvariantCulture, $"; the body is not an error of the API: {(line.Length > 120 ? line[..120] + "..." : line)}");
        }

        if (details.RequestId is { } id) text.Append(CultureInfo.InvariantCulture, $" [request {id}]");
        return text.ToString();
    }

    /// <summary>Reads what arrives of the body. An error answer that breaks off is still an error answer.</summary>
    private static async Task<int> ReadBodyAsync(HttpResponseMessage response, byte[] buffer, CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            var stream = await Http.ResponseBody.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            while (length < MaxBodyBytes)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length, MaxBodyBytes - length), cancellationToken).ConfigureAwait(false);
                if (read == 0) break;
                length += read;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            // The status and what arrived say more than the broken connection.
            return length;
        }

        return length;
    }

    private static List<ApiError> ParseErrors(ReadOnlySpan<byte> body)
    {
        var errors = new List<ApiError>();
        try
        {
            // Entries that are complete count even when the rest of the body is missing.
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowTrailingCommas = true });
            if (!reader.Read()) return errors;
            if (reader.TokenType == JsonTokenType.StartObject) AddObject(ref reader, errors);
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) AddObject(ref reader, errors);
            }
        }
        catch (JsonException)
        {
            return errors;
        }

        return errors;
    }

    private static void AddObject(ref Utf8JsonReader reader, List<ApiError> errors)
    {
        string? type = null, message = null, point = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "error_type" when reader.TokenType == JsonTokenType.String: type = JsonText.Read(ref reader); break;
                case "error_message" when reader.TokenType == JsonTokenType.String: message = SecretRedactor.Redact(JsonText.Read(ref reader)); break;
                case "error_point" when reader.TokenType == JsonTokenType.String: point = JsonText.Read(ref reader); break;
                case "objects" or "errors" when reader.TokenType == JsonTokenType.StartArray:
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) AddObject(ref reader, errors);
                    break;
                default: reader.Skip(); break;
            }
        }

        if (type is not null || message is not null) errors.Add(new ApiError(new ApiErrorType(type ?? ""), message ?? "", point));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
