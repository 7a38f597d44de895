// Takes a request from Kestrel, lets faults hit it, and sends its answer.
using CloudSigma.Emulator.Administration;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Faults;
using CloudSigma.Emulator.Hosting.Transfers;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestHandler(EmulatorCore core)
{
    private readonly AdminEndpoint _admin = new(core);

    public async Task HandleAsync(HttpContext http)
    {
        var listener = http.Features.Get<ListenerFeature>()!.Kind;
        if (listener != ListenerKind.Storage && AdminEndpoint.Owns(http.Request))
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

        var route = TransferRoute.Find(listener, line.Path);
        if (route is not null) TransferRunner.Unlimit(http);
        if (await AnswerAsync(http, cloud, line, fault, route).ConfigureAwait(false) is not var (answer, entry)) return;
        answer.Headers["X-REQUEST-ID"] = line.RequestId;
        if (answer is DownloadResponse download)
        {
            using (download) await DownloadSender.SendAsync(http, download, fault, core.Clock, entry).ConfigureAwait(false);
            return;
        }

        var body = ResponseSender.Prepare(http, answer);
        entry.Sent(fault?.Kind is EmulatorFaultKind.Truncate ? Math.Min(fault.Bytes, body.Length) : body.Length);
        await (fault?.Kind switch
        {
            EmulatorFaultKind.Truncate => FaultySender.TruncateAsync(http, body, fault.Bytes),
            EmulatorFaultKind.SlowDrip => FaultySender.DripAsync(http, body, fault, core.Clock),
            _ => ResponseSender.SendAsync(http, answer, body),
        }).ConfigureAwait(false);
    }

    /// <summary>Reads a whole body.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http, Stream body)
    {
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, 1 << 20));
        await body.CopyToAsync(buffer, http.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    // Null when the connection is cut. The line is in the log before the answer leaves, so that who has the answer can read it.
    private async Task<(ApiResponse Answer, LogEntry Entry)?> AnswerAsync(
        HttpContext http, CloudInstance cloud, RequestLine line, EmulatorFault? fault, TransferRoute? route)
    {
        var metered = new MeteredBody(http.Request.Body, line, fault?.Kind is EmulatorFaultKind.DropDuring ? fault.Bytes : null);
        try
        {
            if (core.Latency > TimeSpan.Zero) await core.Clock.WaitAsync(core.Latency, http.RequestAborted).ConfigureAwait(false);
            var body = route is null ? await ReadBodyAsync(http, metered).ConfigureAwait(false) : default;
            if (fault is { Delay.Ticks: > 0, Kind: not EmulatorFaultKind.SlowDrip })
                await core.Clock.WaitAsync(fault.Delay, http.RequestAborted).ConfigureAwait(false);
            if (fault?.Kind is EmulatorFaultKind.DropBefore) throw new CutException();
            if (fault?.Kind is EmulatorFaultKind.DropDuring && HasNoBody(http.Request)) throw new CutException();
            if (route is null || fault?.Kind is EmulatorFaultKind.Status)
            {
                lock (cloud.State.Gate)
                {
                    return Finish(cloud, line, fault, fault?.Kind is EmulatorFaultKind.Status
                        ? FaultAnswers.Status(fault)
                        : new RequestRunner(cloud, http.Request, line).Run(body));
                }
            }

            var answer = await TransferRunner.RunAsync(new TransferContext(http, cloud, line, metered, route)).ConfigureAwait(false);
            lock (cloud.State.Gate) return Finish(cloud, line, fault, answer);
        }
        catch (BadHttpRequestException problem) when (!http.RequestAborted.IsCancellationRequested && !HasBrokenOff(http.Request, line, problem))
        {
            var answer = ApiResponse.Broken(problem);
            return (answer, core.Log.Add(line.ToLog(problem.StatusCode)));
        }
        catch (Exception problem) when (problem is OperationCanceledException or CutException or IOException or BadHttpRequestException)
        {
            // A fault cuts the connection, the client has gone, or the emulator stops, before the request was carried out.
            Drop(http, line);
            return null;
        }
        catch (Exception failure) when (route is not null && failure is not OutOfMemoryException)
        {
            line.Context?.Warn(failure.ToString());
            var answer = ApiResponse.Failure(failure);
            return (answer, core.Log.Add(line.ToLog(answer.Status)));
        }
    }

    // Who has not sent the whole body is not there to read an answer.
    private static bool HasBrokenOff(HttpRequest request, RequestLine line, BadHttpRequestException problem) =>
        problem.StatusCode == 400 && request.ContentLength > line.BytesReceived;

    private static bool HasNoBody(HttpRequest request) =>
        request.ContentLength is 0 or null && !request.Headers.TransferEncoding.Contains("chunked", StringComparer.OrdinalIgnoreCase);

    // What faults make of an answer. The caller holds the gate.
    private (ApiResponse Answer, LogEntry Entry) Finish(CloudInstance cloud, RequestLine line, EmulatorFault? fault, ApiResponse answer)
    {
        if (fault?.Kind is EmulatorFaultKind.DropAfter)
        {
            (answer as IDisposable)?.Dispose();
            throw new CutException();
        }

        if (fault?.Kind is EmulatorFaultKind.Status && answer.Status == 401 && !answer.Headers.ContainsKey("WWW-Authenticate"))
            answer.Headers["WWW-Authenticate"] = cloud.Authenticator.Challenges(stale: false);
        if (fault?.Kind is EmulatorFaultKind.Malformed && answer is not DownloadResponse) answer = FaultAnswers.Malformed(fault, answer);
        return (answer, core.Log.Add(line.ToLog(answer.Status)));
    }

    private void Drop(HttpContext http, RequestLine line)
    {
        core.Log.Add(line.ToLog(status: 0));
        http.Abort();
    }
}
