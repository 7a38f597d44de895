// One transfer and what it cost.
using System.Globalization;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

/// <param name="Seconds">Time on the clock.</param>
/// <param name="Processor">Seconds of processors, in user and kernel mode.</param>
/// <param name="PeakMemory">The largest managed heap, in bytes; 0 for curl, which has none.</param>
/// <param name="Retries">Parts that were begun again.</param>
/// <param name="Drive">The drive.</param>
internal sealed record TransferRun(double Seconds, double Processor, long PeakMemory, int Retries, Guid Drive)
{
    public static TransferRun Parse(string line)
    {
        var parts = line.Trim().Split(' ');
        return new TransferRun(Number(parts[0]), Number(parts[1]), (long)Number(parts[2]), (int)Number(parts[3]), Guid.Parse(parts[4]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {Processor:R} {PeakMemory} {Retries} {Drive}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
