// Sends answers that break off or that come slowly.
using CloudSigma.Emulator.Lifecycle;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Faults;

internal static class FaultySender
{
    /// <summary>Announces the whole body and sends its beginning; the server then closes the connection, since the rest is missing.</summary>
    public static async Task TruncateAsync(HttpContext http, ReadOnlyMemory<byte> body, long bytes)
    {
        var part = body[..(int)Math.Min(bytes, body.Length)];
        if (part.IsEmpty) await http.Response.StartAsync(http.RequestAborted).ConfigureAwait(false);
        else await http.Response.Body.WriteAsync(part, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Sends the header at once and then the body in pieces, with a wait before each.</summary>
    public static async Task DripAsync(HttpContext http, ReadOnlyMemory<byte> body, EmulatorFault fault, EmulatorClock clock)
    {
        var rest = body;
        await http.Response.StartAsync(http.RequestAborted).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        while (!rest.IsEmpty)
        {
            await clock.WaitAsync(fault.Delay, http.RequestAborted).ConfigureAwait(false);
            var piece = rest[..Math.Min(fault.Piece, rest.Length)];
            rest = rest[piece.Length..];
            await http.Response.Body.WriteAsync(piece, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
    }
}
