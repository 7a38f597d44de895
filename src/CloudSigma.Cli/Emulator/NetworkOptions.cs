// Reads the switches that make the network slower.
using CloudSigma.Emulator;

namespace CloudSigma.Cli.Emulator;

internal static class NetworkOptions
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromDays(1);

    /// <summary>The network of the switches, or null when none is given.</summary>
    /// <param name="bandwidth">Bytes in a second for each connection and direction.</param>
    /// <param name="latency">Milliseconds before each request.</param>
    /// <exception cref="ArgumentException">The latency is no time.</exception>
    public static EmulatorNetwork? Parse(long? bandwidth, double? latency)
    {
        if (bandwidth is null && latency is null) return null;
        if (latency is { } wait && !(wait >= 0 && wait <= LongestLatency.TotalMilliseconds))
            throw new ArgumentException(FormattableString.Invariant($"--latency is {wait}. It has to be a number of milliseconds from 0 to a day."));
        return new EmulatorNetwork { BytesPerSecond = bandwidth, Latency = TimeSpan.FromMilliseconds(latency ?? 0) };
    }
}
