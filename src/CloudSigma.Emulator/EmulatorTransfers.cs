// How images of drives are moved and kept.
namespace CloudSigma.Emulator;

/// <summary>How uploads and downloads of drives behave, and where their bytes lie.</summary>
public sealed record EmulatorTransfers
{
    /// <summary>
    /// A download is redirected to a secret link on another port, which needs no credentials. The default is true; false answers with the bytes
    /// at once.
    /// </summary>
    public bool RedirectDownloads { get; init; } = true;

    /// <summary>How long the links for chunks and downloads are valid, in emulator time; above zero. The default is 5 minutes.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The folder below which the emulator makes one of its own for the contents of drives; null, the default, takes the temporary folder of the
    /// system. What it makes is deleted by a reset and at the end.
    /// </summary>
    public string? Folder { get; init; }
}
