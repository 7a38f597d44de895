// How far a transfer is.
namespace CloudSigma.Sdk;

/// <summary>How far a transfer is. Reported some times in a second, never from two threads at once, and once more at the end of each stage.</summary>
/// <param name="Stage">What the transfer is doing.</param>
/// <param name="Bytes">Bytes that are done in this stage, those of an earlier run that is continued included. It never goes back.</param>
/// <param name="TotalBytes">Bytes that the stage has; 0 while that is not known.</param>
/// <param name="BytesPerSecond">The rate of the last seconds; 0 until there is one.</param>
/// <param name="Remaining">How long the rest takes at that rate; null until there is one.</param>
/// <param name="Retries">How often a part was begun again after a failure.</param>
public sealed record TransferProgress(TransferStage Stage, long Bytes, long TotalBytes, double BytesPerSecond, TimeSpan? Remaining, int Retries)
{
    /// <value>From 0 to 1; 0 while the total is not known.</value>
    public double Fraction => TotalBytes > 0 ? Math.Min(1, (double)Bytes / TotalBytes) : 0;
}
