// What goes together with a deleted server.
namespace CloudSigma.Sdk;

/// <summary>What is deleted together with a server.</summary>
public sealed record DeleteServerOptions
{
    /// <value>Which attached drives are deleted too; null leaves all of them, unmounted.</value>
    public RecurseDrives? Recurse { get; init; }
}
