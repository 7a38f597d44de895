// How many requests of each kind an account may make.
namespace CloudSigma.Emulator;

/// <summary>How many requests of each kind an account may make within a window of emulator time. Null means: as many as it likes.</summary>
/// <remarks>A window opens with the first request after the end of the one before. The creation of servers counts for itself and not as a POST.</remarks>
public sealed record EmulatorRateLimits
{
    /// <summary>The numbers that the API documents: 10000 a minute, and 1000 deletions.</summary>
    public static EmulatorRateLimits Documented { get; } = new() { Get = 10_000, Post = 10_000, CreateServer = 10_000, Put = 10_000, Delete = 1000 };

    /// <summary>GET and HEAD.</summary>
    public int? Get { get; init; }

    /// <summary>POST, without the creation of servers.</summary>
    public int? Post { get; init; }

    /// <summary>POST to <c>/servers/</c>.</summary>
    public int? CreateServer { get; init; }

    /// <summary>PUT.</summary>
    public int? Put { get; init; }

    /// <summary>DELETE.</summary>
    public int? Delete { get; init; }

    /// <summary>The length of the window. The default is a minute.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);
}
