// What becomes of compressed sources.
namespace CloudSigma.Sdk;

/// <summary>Whether a source is decompressed while it is sent.</summary>
public enum UploadDecompression
{
    /// <summary>A file whose name ends in <c>.gz</c> and which is gzip is decompressed. Other sources that begin like gzip are refused, for either could be meant.</summary>
    Automatic,

    /// <summary>The bytes are sent as they are.</summary>
    None,

    /// <summary>The source is gzip, and what is inside is sent.</summary>
    GZip,
}
