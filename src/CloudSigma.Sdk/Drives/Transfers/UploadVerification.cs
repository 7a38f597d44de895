// How sure an upload is to be.
namespace CloudSigma.Sdk;

/// <summary>What is compared when an upload is complete.</summary>
public enum UploadVerification
{
    /// <summary>The size of the drive is at least that of the source.</summary>
    Length,

    /// <summary>Up to 16 parts of the drive, the first and the last among them, are downloaded and their checksums compared.</summary>
    Samples,

    /// <summary>All of the drive is downloaded and compared by checksums.</summary>
    Everything,
}
