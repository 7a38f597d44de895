// The address of an object on the server, which some answers wrap into an object.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The server-relative address of an object, e.g. <c>/api/2.0/drives/{uuid}/</c> (guide 2).</summary>
/// <remarks>Some answers give it as an object with <c>resource_uri</c> and <c>uuid</c>; both forms are read, and written back as they came.</remarks>
[JsonConverter(typeof(ResourceUriConverter))]
public readonly record struct ResourceUri
{
    private readonly string? _path;

    /// <summary>Makes an address from its text.</summary>
    /// <param name="path">The server-relative path, beginning with <c>/</c>.</param>
    public ResourceUri(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
    }

    internal ResourceUri(string path, string? wrappedUuid, bool isWrapped)
    {
        _path = path;
        WrappedUuid = wrappedUuid;
        IsWrapped = isWrapped;
    }

    /// <value>The server-relative path; empty when the answer had none.</value>
    public string Path => _path ?? "";

    internal bool IsWrapped { get; }

    internal string? WrappedUuid { get; }

    /// <summary>The path.</summary>
    /// <returns>The same text as <see cref="Path"/>.</returns>
    public override string ToString() => Path;
}
