// The JSON of the addresses below /_emulator/.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Faults;
using CloudSigma.Emulator.Lifecycle;

namespace CloudSigma.Emulator.Administration;

internal static class AdminJson
{
    private const string Members =
        "It has a kind (status, delay, drop-before, drop-during, drop-after, truncate, malformed or slow-drip) and may have method, path, times, skip, "
        + "probability, seed, delay (like \"00:00:05\"), status, body, headers, bytes and piece";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<EmulatorFaultKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static ApiResponse Requests(IReadOnlyList<EmulatorRequest> requests) =>
        Objects(requests.Select(static request => JsonSerializer.SerializeToNode(request, Options)));

    /// <summary>Reads one fault. Its body may be a text or JSON.</summary>
    public static EmulatorFault Fault(JsonObject source)
    {
        if (source["body"] is { } body && body.GetValueKind() is not JsonValueKind.String) source["body"] = body.ToJsonString();
        EmulatorFault fault;
        try
        {
            fault = source.Deserialize<EmulatorFault>(Options)!;
        }
        catch (JsonException problem)
        {
            var point = problem.Path?.TrimStart('$', '.');
            throw ApiException.Validation($"Not a fault: {Members}", string.IsNullOrEmpty(point) ? null : point);
        }

        return FaultRules.Problem(fault) is { } bad
            ? throw ApiException.Validation($"The value has to be {bad.Expected}", JsonNamingPolicy.SnakeCaseLower.ConvertName(bad.Member))
            : fault;
    }

    public static ApiResponse Faults(IReadOnlyList<(EmulatorFault Fault, int Seen, int Hits)> faults) =>
        Objects(faults.Select(static entry =>
        {
            var node = JsonSerializer.SerializeToNode(entry.Fault, Options)!.AsObject();
            node["seen"] = entry.Seen;
            node["hits"] = entry.Hits;
            return node;
        }));

    public static TimeSpan Advance(JsonObject body)
    {
        if (body["advance"] is JsonValue value && value.TryGetValue(out string? text)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var by))
        {
            return by;
        }

        throw ApiException.Validation("The member advance has to be a time, for example \"00:05:00\"", "advance");
    }

    /// <summary>Why a job shall fail, or null.</summary>
    public static string? Message(JsonObject body) => body["message"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw ApiException.Validation("The member message has to be a text", "message"),
    };

    /// <summary>The state into which a server is to be brought.</summary>
    public static EmulatorServerStatus Status(JsonObject body)
    {
        foreach (var status in Enum.GetValues<EmulatorServerStatus>())
        {
            if (body["status"] is JsonValue value && value.TryGetValue(out string? text) && text == Name(status)) return status;
        }

        throw ApiException.Validation($"The member status has to be one of {string.Join(", ", Enum.GetValues<EmulatorServerStatus>().Select(Name))}", "status");

        static string Name(EmulatorServerStatus status) => status.ToString().ToLowerInvariant();
    }

    /// <summary>An amount of money, as a number or as text.</summary>
    public static decimal Balance(JsonObject body) =>
        body["balance"] is JsonValue value && decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw ApiException.Validation("The member balance has to be an amount, for example 12.50", "balance");

    public static ApiResponse Time(EmulatorClock clock)
    {
        var now = clock.Now;
        var body = new JsonObject { ["now"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), ["offset"] = clock.Offset.ToString("c") };
        return ApiResponse.Json(200, writer => body.WriteTo(writer));
    }

    /// <summary>Where a port is.</summary>
    public static ApiResponse Port(int number)
    {
        var body = new JsonObject { ["host"] = "127.0.0.1", ["port"] = number };
        return ApiResponse.Json(200, writer => body.WriteTo(writer));
    }

    public static ApiResponse Counts(IReadOnlyDictionary<string, int> counts) =>
        ApiResponse.Json(200, writer => JsonSerializer.Serialize(writer, counts));

    private static ApiResponse Objects(IEnumerable<JsonNode?> entries)
    {
        var body = new JsonObject { ["objects"] = new JsonArray([.. entries]) };
        return ApiResponse.Json(200, writer => body.WriteTo(writer));
    }
}
