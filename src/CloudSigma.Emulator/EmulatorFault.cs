// A fault to inject, and which requests it hits.
namespace CloudSigma.Emulator;

/// <summary>A fault to inject, and which requests it hits. Of several faults that fit, the first one added is used.</summary>
public sealed record EmulatorFault
{
    /// <summary>What happens to the request.</summary>
    public required EmulatorFaultKind Kind { get; init; }

    /// <summary>The method that is hit; null hits all.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The address that is hit, where <c>*</c> stands for any text. Without a slash in front it is relative to <c>/api/2.0/</c>; with a question
    /// mark it is compared with path and query, for example <c>servers/*/action/?do=start</c>. Null hits all.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>How many requests are hit; null goes on for ever. The default is one.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many fitting requests go through before the first hit.</summary>
    public int Skip { get; init; }

    /// <summary>The chance of a fitting request to be hit, above 0 and up to 1. The default is 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Makes a <see cref="Probability"/> below 1 fall the same way in every run.</summary>
    public int? Seed { get; init; }

    /// <summary>The wait in emulator time before the request is carried out; with <see cref="EmulatorFaultKind.SlowDrip"/> before each piece.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The status of <see cref="EmulatorFaultKind.Status"/>. The default is 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The body of <see cref="EmulatorFaultKind.Status"/> and <see cref="EmulatorFaultKind.Malformed"/>; null makes one that fits.</summary>
    public string? Body { get; init; }

    /// <summary>Headers of <see cref="EmulatorFaultKind.Status"/>, for example <c>Retry-After</c>. <c>Content-Type</c> may be among them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// After how many bytes of its body <see cref="EmulatorFaultKind.Truncate"/> ends the answer, and of its body
    /// <see cref="EmulatorFaultKind.DropDuring"/> the request.
    /// </summary>
    public long Bytes { get; init; }

    /// <summary>How many bytes <see cref="EmulatorFaultKind.SlowDrip"/> sends at a time. The default is 16.</summary>
    public int Piece { get; init; } = 16;
}
