// The hash functions of RFC 7616 that this runtime has. SHA-512-256 is not among them.
namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>The algorithms in order of strength.</summary>
internal enum DigestAlgorithm
{
    Md5,
    Md5Session,
    Sha256,
    Sha256Session,
}
