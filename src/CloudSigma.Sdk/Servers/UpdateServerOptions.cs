// How a server is written back.
namespace CloudSigma.Sdk;

/// <summary>How a server is written back. Everything is optional.</summary>
public sealed record UpdateServerOptions
{
    /// <value>
    /// Whether changes that the API would ignore are refused. On a running server it takes name, meta and tags only, and says nothing about the rest (guide 9.3). With
    /// true the server is read first, and an <see cref="IgnoredChangesException"/> names what would be lost; a start between the read and the write goes unnoticed.
    /// Default: false.
    /// </value>
    public bool RefuseIgnoredChanges { get; init; }
}
