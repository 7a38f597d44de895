// The requests whose bytes do not fit into memory.
namespace CloudSigma.Emulator.Hosting.Transfers;

internal enum TransferKind
{
    /// <summary>A raw upload, which makes a drive.</summary>
    Raw,

    /// <summary>A raw upload on the host of the API, where there is none.</summary>
    RawElsewhere,

    /// <summary>A chunk for a secret link.</summary>
    Chunk,

    /// <summary>A chunk in the manner of resumable.js, or the question whether it is there.</summary>
    Resumable,

    /// <summary>A download with credentials.</summary>
    Download,

    /// <summary>A download by a secret link.</summary>
    Image,

    /// <summary>Nothing that the host of the secret links knows.</summary>
    Nothing,
}
