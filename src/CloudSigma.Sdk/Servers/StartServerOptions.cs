// How a server is started.
namespace CloudSigma.Sdk;

/// <summary>How a server is started. Everything is optional.</summary>
public sealed record StartServerOptions
{
    /// <value>Servers on whose hosts this one should not run, the most important first; best effort (guide 14). Null for none.</value>
    public IReadOnlyList<Guid>? Avoid { get; init; }

    /// <value>How a host is looked for; null for the default of the location.</value>
    public StartMethod? Method { get; init; }

    /// <value>
    /// Whether the start ends only when the running server shows a public address; false by default. <see cref="IServersClient.WaitForAddressAsync(Server, WaitForAddressOptions, CancellationToken)"/>
    /// then tells it without a request.
    /// </value>
    public bool WaitForAddress { get; init; }
}
