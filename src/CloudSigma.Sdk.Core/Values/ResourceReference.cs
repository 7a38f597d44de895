// A reference to another object: a uuid as text in requests, an object in answers.
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A reference to another object of the API by its uuid (guide 9.4).</summary>
/// <remarks>
/// A reference made from a uuid is written as plain text, as the documented requests do. A reference that came in an answer is
/// written back in the form in which it came.
/// </remarks>
[JsonConverter(typeof(ResourceReferenceConverter))]
public sealed record ResourceReference
{
    /// <summary>Makes a reference to an object.</summary>
    /// <param name="uuid">The uuid of the object.</param>
    public ResourceReference(Guid uuid) => Uuid = uuid;

    /// <value>The uuid of the object.</value>
    public Guid Uuid { get; init; }

    /// <value>The server-relative address; null when the reference was made from a uuid.</value>
    public string? ResourceUri { get; init; }

    internal bool IsObject { get; init; }

    internal Dictionary<string, JsonElement>? UnknownMembers { get; init; }

    /// <summary>Makes a reference from a uuid.</summary>
    /// <param name="uuid">The uuid of the object.</param>
    public static implicit operator ResourceReference(Guid uuid) => new(uuid);

    /// <summary>Makes a reference from a uuid.</summary>
    /// <param name="uuid">The uuid of the object.</param>
    /// <returns>The reference.</returns>
    public static ResourceReference FromGuid(Guid uuid) => new(uuid);

    /// <summary>The uuid as text.</summary>
    /// <returns>The uuid in lower case with hyphens.</returns>
    public override string ToString() => Uuid.ToString("D");
}
