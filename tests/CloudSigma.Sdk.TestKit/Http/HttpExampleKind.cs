// What a file of raw HTTP text turned out to be.
namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>The kinds of <see cref="HttpExample"/>.</summary>
public enum HttpExampleKind
{
    /// <summary>A request with method and target.</summary>
    Request,

    /// <summary>An answer with a status.</summary>
    Response,

    /// <summary>JSON without a start line.</summary>
    BodyOnly,

    /// <summary>Neither HTTP nor JSON, or nothing at all.</summary>
    Other,
}
