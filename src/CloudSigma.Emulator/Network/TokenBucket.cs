// Lets so many bytes through in a second of emulator time.
using CloudSigma.Emulator.Lifecycle;

namespace CloudSigma.Emulator.Network;

internal sealed class TokenBucket(EmulatorClock clock, long bytesPerSecond)
{
    private const int PiecesPerSecond = 100;
    private const int LargestPiece = 64 * 1024;

    // A wait lasts longer than asked for; what was missed by that may be caught up. An idle line saves up no more than this.
    private static readonly TimeSpan Credit = TimeSpan.FromMilliseconds(50);

    private DateTimeOffset _free = clock.Now;

    /// <summary>How many bytes are best taken at a time.</summary>
    public long Piece { get; } = Math.Clamp(bytesPerSecond / PiecesPerSecond, 1, LargestPiece);

    /// <summary>Returns when the bytes have had the time that they need.</summary>
    public async ValueTask TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (_free < now - Credit) _free = now - Credit;
        _free += TimeSpan.FromTicks((long)Math.Ceiling(bytes * (double)TimeSpan.TicksPerSecond / bytesPerSecond));
        if (_free > now) await clock.WaitAsync(_free - now, cancellationToken).ConfigureAwait(false);
    }
}
