// The algorithms of Digest authentication.
namespace CloudSigma.Emulator;

/// <summary>An algorithm of Digest authentication, RFC 7616.</summary>
public enum EmulatorDigestAlgorithm
{
    /// <summary><c>MD5</c>, the one that the API documents.</summary>
    Md5,

    /// <summary><c>MD5-sess</c>.</summary>
    Md5Session,

    /// <summary><c>SHA-256</c>.</summary>
    Sha256,

    /// <summary><c>SHA-256-sess</c>.</summary>
    Sha256Session,
}
