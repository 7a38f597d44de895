// The machines that run the servers of the emulated cloud, and the manners of the guests on them.
namespace CloudSigma.Emulator;

/// <summary>The simulated compute hosts: how many there are and how much each can run. A server takes its place on one of them when it starts.</summary>
public sealed record EmulatorCompute
{
    /// <summary>How many hosts each processor type has, from 1 to 1,000. The default is 4. With one host <c>avoid</c> has no effect.</summary>
    public int HostsPerType { get; init; } = 4;

    /// <summary>How many MHz the servers on one host may have together; at least 1. The default is a billion, more than anybody fills by chance.</summary>
    public long HostCpu { get; init; } = 1_000_000_000;

    /// <summary>How many bytes of memory the servers on one host may have together; at least 1. The default is 1 PiB.</summary>
    public long HostMem { get; init; } = 1L << 50;

    /// <summary>
    /// The share of guests that ignore the signal of <c>do=shutdown</c> and run on after a minute, from 0, the default, to 1. Which ones
    /// these are follows from the uuid of the server.
    /// </summary>
    public double IgnoreShutdown { get; init; }
}
