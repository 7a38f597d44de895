// Takes a request from Kestrel, lets faults hit it, and sends its answer.
using CloudSigma.Emulator.Administration;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestHandler(EmulatorCore core)
{
    private readonly AdminEndpoint _admin = new(core);

    public async Task HandleAsync(HttpContext http)
    {
        if (AdminEndpoint.Owns(http.Request))
        {
            await ResponseSender.SendAsync(http, await _admin.AnswerAsync(http).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        var cloud = core.Cloud;
        var line = new RequestLine(http.Request, cloud.State.Ids.NewRequestId(), core.Clock.Now);
        var fault = core.Faults.Pick(line.Method, line.Path, line.Query);
        line.Fault = fault?.Kind;
        if (fault is { Kind: EmulatorFaultKind.DropBefore, Delay.Ticks: 0 })
        {
            Drop(http, line);
            return;
        }

        var answer = await AnswerAsync(http, cloud, line, fault).ConfigureAwait(false);
        if (answer is null) return;
        answer.Headers["X-REQUEST-ID"] = line.RequestId;
        await (fault?.Kind switch
        {
            EmulatorFaultKind.Truncate => FaultySender.TruncateAsync(http, answer, fault.Bytes),
            EmulatorFaultKind.SlowDrip => FaultySender.DripAsync(http, answer, fault, core.Clock),
            _ => ResponseSender.SendAsync(http, answer),
        }).ConfigureAwait(false);
    }

    /// <summary>Reads a whole body.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0) return ReadOnlyMemory<byte>.Empty;
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, 1 << 20));
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    // Null when the connection is cut. The line is in the log before the answer leaves, so that who has the answer can read it.
    private async Task<ApiResponse?> AnswerAsync(HttpContext http, CloudInstance cloud, RequestLine line, EmulatorFault? fault)
    {
        try
        {
            var body = await ReadBodyAsync(http).ConfigureAwait(false);
            if (fault is { Delay.Ticks: > 0, Kind: not EmulatorFaultKind.SlowDrip })
                await core.Clock.WaitAsync(fault.Delay, http.RequestAborted).ConfigureAwait(false);
            if (fault?.Kind is EmulatorFaultKind.DropBefore)
            {
                Drop(http, line);
                return null;
            }

            lock (cloud.State.Gate)
            {
                var answer = fault?.Kind is EmulatorFaultKind.Status ? FaultAnswers.Status(fault) : new RequestRunner(cloud, http.Request, line).Run(body);
                if (fault?.Kind is EmulatorFaultKind.DropAfter)
                {
                    Drop(http, line);
                    return null;
                }

                if (fault?.Kind is EmulatorFaultKind.Status && answer.Status == 401 && !answer.Headers.ContainsKey("WWW-Authenticate"))
                    answer.Headers["WWW-Authenticate"] = cloud.Authenticator.Challenges(stale: false);
                if (fault?.Kind is EmulatorFaultKind.Malformed) answer = FaultAnswers.Malformed(fault, answer);
                core.Log.Add(line.ToLog(answer.Status));
                return answer;
            }
        }
        catch (BadHttpRequestException problem)
        {
            core.Log.Add(line.ToLog(problem.StatusCode));
            return ApiResponse.Broken(problem);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the emulator stops, before the request was carried out.
            Drop(http, line);
            return null;
        }
    }

    private void Drop(HttpContext http, RequestLine line)
    {
        core.Log.Add(line.ToLog(status: 0));
        http.Abort();
    }
}
