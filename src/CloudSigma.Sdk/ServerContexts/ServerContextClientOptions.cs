// How the server context is asked.
namespace CloudSigma.Sdk;

/// <summary>How a <see cref="ServerContextClient"/> asks. Everything is optional.</summary>
public sealed record ServerContextClientOptions
{
    /// <value>How long an answer may take, from the question to its last byte. The wait for earlier questions does not count. Default: 10 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <value>The clock of the timeout. Default: that of the system.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <value>The longest answer that is taken, in bytes. Default: 4 MiB.</value>
    public int MaxLength { get; init; } = 4 * 1024 * 1024;

    /// <value>Whether the stream stays open when the client is disposed. Default: false.</value>
    public bool LeaveOpen { get; init; }
}
