// What a pipeline needs to know. Resolved once from the options of a client.
namespace CloudSigma.Sdk.Core.Http;

/// <summary>The settings of an <see cref="ApiPipeline"/>.</summary>
public sealed record ApiPipelineOptions
{
    /// <value>The base address; it ends with a slash.</value>
    public required Uri Endpoint { get; init; }

    /// <value>Who the caller is; null sends requests without authentication.</value>
    public CloudSigmaCredential? Credential { get; init; }

    /// <value>How long the server may take to answer, and to send the next bytes of a list. Default: 100 seconds.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <value>Objects per page of a list; 0 asks for everything in one streamed answer. Default: 100.</value>
    public int PageSize { get; init; } = 100;

    /// <value>Whether the next page of a list is asked for while the present one is read. Default: true.</value>
    public bool PrefetchPages { get; init; } = true;

    /// <value>The <c>User-Agent</c> of the requests.</value>
    public string UserAgent { get; init; } = "CloudSigma.Sdk";

    /// <value>The clock. Default: the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
