// Sends the content of a drive. Holes are never read, and no lock is held.
using CloudSigma.Emulator.Lifecycle;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class DownloadSender
{
    private const int PieceSize = 256 * 1024;

    public static async Task SendAsync(HttpContext http, DownloadResponse answer, EmulatorFault? fault, EmulatorClock clock, LogEntry entry)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        response.ContentLength = answer.Part.Count;
        var slow = fault?.Kind == EmulatorFaultKind.SlowDrip;
        var piece = slow ? fault!.Piece : PieceSize;
        var end = HttpMethods.IsHead(http.Request.Method) ? 0
            : fault?.Kind == EmulatorFaultKind.Truncate ? Math.Min(fault.Bytes, answer.Part.Count)
            : answer.Part.Count;
        var sent = 0L;
        try
        {
            using var reader = answer.Open();
            if (slow || end == 0)
            {
                await response.StartAsync(http.RequestAborted).ConfigureAwait(false);
                await response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
            }

            while (sent < end)
            {
                if (slow) await clock.WaitAsync(fault!.Delay, http.RequestAborted).ConfigureAwait(false);
                var wanted = (int)Math.Min(piece, end - sent);
                var count = reader.Read(response.BodyWriter.GetSpan(wanted)[..wanted]);
                // The log knows the sum before the last byte leaves, so that who has it can read it.
                if (sent + count == end) entry.Sent(end);
                response.BodyWriter.Advance(count);
                var flush = await response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
                // The end of the line shows here before the request is told that it is over.
                if (flush.IsCompleted || flush.IsCanceled) throw new IOException("The connection has ended.");
                sent += count;
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException)
        {
            entry.Cut(sent);
            http.Abort();
        }
    }
}
