// A network that is slower and less reliable than the loopback of this machine.
namespace CloudSigma.Emulator;

/// <summary>Limits for each TCP connection to the emulator, on all of its ports.</summary>
public sealed record EmulatorNetwork
{
    /// <summary>How many bytes in a second each connection carries in each direction, at least 1; null, the default, sets no limit.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>The wait in emulator time before each request is handled. The default is none.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// A connection is cut as soon as it has carried this many bytes in one direction, headers included; at least 1. Null, the default, cuts
    /// none.
    /// </summary>
    public long? DropEvery { get; init; }
}
