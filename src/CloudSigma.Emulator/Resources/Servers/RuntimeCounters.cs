// The counters of a running server. They grow with emulator time, at a pace that follows from what is counted.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class RuntimeCounters
{
    private const int PacketSize = 512;
    private const int BlockSize = 4096;
    private const long NanosecondsPerOperation = 100_000;

    /// <summary>What a drive has read and written.</summary>
    /// <param name="id">The uuid of the drive.</param>
    /// <param name="elapsed">How long the guest has run.</param>
    public static JsonObject Drive(string id, TimeSpan elapsed)
    {
        var (read, written) = (Count(id, "read", 2, elapsed), Count(id, "write", 1, elapsed));
        var flushes = written / 8;
        return new JsonObject
        {
            ["bytes_read"] = read * BlockSize,
            ["bytes_written"] = written * BlockSize,
            ["count_flush"] = flushes,
            ["count_read"] = read,
            ["count_written"] = written,
            ["total_time_ns_flush"] = flushes * NanosecondsPerOperation,
            ["total_time_ns_read"] = read * NanosecondsPerOperation,
            ["total_time_ns_write"] = written * NanosecondsPerOperation,
        };
    }

    /// <summary>The packets that an interface has received and sent; none without a network.</summary>
    /// <param name="mac">The hardware address of the interface.</param>
    /// <param name="isConnected">True when the interface is in a network.</param>
    /// <param name="elapsed">How long the guest has run.</param>
    public static (long Received, long Sent) Packets(string mac, bool isConnected, TimeSpan elapsed) =>
        isConnected ? (Count(mac, "in", 4, elapsed), Count(mac, "out", 2, elapsed)) : (0, 0);

    /// <summary>The counters of an interface as the API shows them.</summary>
    public static JsonObject Nic((long Received, long Sent) packets) => new()
    {
        ["bytes_recv"] = Bytes(packets.Received),
        ["bytes_sent"] = Bytes(packets.Sent),
        ["packets_recv"] = packets.Received,
        ["packets_sent"] = packets.Sent,
    };

    public static long Bytes(long packets) => packets * PacketSize;

    // The pace is between one and two times the given one, always the same for the same thing.
    private static long Count(string id, string what, int perSecond, TimeSpan elapsed)
    {
        var spread = 1000;
        foreach (var letter in id + what) spread = ((spread * 31) + letter) % 1000;
        return elapsed.Ticks / TimeSpan.TicksPerMillisecond * perSecond * (1000 + spread) / 1_000_000;
    }
}
