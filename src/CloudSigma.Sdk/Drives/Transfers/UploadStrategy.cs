// The ways to upload an image.
namespace CloudSigma.Sdk;

/// <summary>How an image is uploaded (guide 24).</summary>
public enum UploadStrategy
{
    /// <summary>
    /// <see cref="Raw"/> for images of up to 8 MiB where the credential is Basic and nothing speaks against it; <see cref="ChunkLinks"/> for all others. A location that has no
    /// chunks gets <see cref="Raw"/>.
    /// </summary>
    Automatic,

    /// <summary>
    /// One request with all bytes, to the upload host. It needs a Basic credential, cannot be resumed, and is not sent again once it may have arrived. The only way that the provider
    /// documents.
    /// </summary>
    Raw,

    /// <summary>A link for each chunk, several at the same time, each sent again on its own after a failure. It can be resumed, and works with every credential.</summary>
    ChunkLinks,

    /// <summary>The chunks of resumable.js, as the web interface sends them. It can be resumed, and works with every credential.</summary>
    Resumable,
}
