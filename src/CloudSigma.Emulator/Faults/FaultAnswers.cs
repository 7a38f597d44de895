// The answers that faults make or spoil.
using System.Text;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Faults;

internal static class FaultAnswers
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>The answer of a request that is not carried out.</summary>
    public static ApiResponse Status(EmulatorFault fault)
    {
        var answer = fault.Body is { } body
            ? new ApiResponse(fault.Status, Json, Encoding.UTF8.GetBytes(body))
            : fault.Status < 400
                ? new ApiResponse(fault.Status, Json, "{}"u8.ToArray())
                : ApiResponse.Refusal(new ApiException(fault.Status, [new ApiError(ErrorType(fault.Status), "Injected fault", null)]));
        foreach (var (name, value) in fault.Headers) answer.Headers[name] = value;
        return answer;
    }

    /// <summary>The same answer with a body that is complete and no JSON.</summary>
    public static ApiResponse Malformed(EmulatorFault fault, ApiResponse answer)
    {
        var body = fault.Body is { } text ? Encoding.UTF8.GetBytes(text)
            : answer.Body.Length > 1 ? answer.Body[..(answer.Body.Length / 2)]
            : "{\"objects\": ["u8.ToArray();
        var broken = new ApiResponse(answer.Status == 204 ? 200 : answer.Status, Json, body);
        foreach (var (name, value) in answer.Headers) broken.Headers[name] = value;
        return broken;
    }

    private static string ErrorType(int status) => status switch
    {
        401 or 403 or 405 => "permission",
        402 => "billing",
        404 => "notexist",
        429 => "ratelimit",
        503 => "concurrency",
        < 500 => "validation",
        _ => "backend",
    };
}
