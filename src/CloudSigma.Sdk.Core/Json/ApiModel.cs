// The base of every model: members that the SDK does not know are kept and go back out.
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The base of all immutable models of the API.</summary>
/// <remarks>
/// A model remembers which members the answer had. Sent back after <c>with</c>, it has the same members, also those that
/// this version of the SDK does not know, and no others: an update loses nothing and adds nothing.
/// </remarks>
public abstract record ApiModel
{
    private static readonly ReadOnlyDictionary<string, JsonElement> None = new(new Dictionary<string, JsonElement>());

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? UnknownMembers { get; set; }

    /// <summary>Members of the answer that this version of the SDK does not know, by their JSON names.</summary>
    /// <value>Empty when there are none. They are written back by an update.</value>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => UnknownMembers is { } members ? members : None;

    /// <summary>Prints nothing of the base: unknown members may hold secrets.</summary>
    /// <param name="builder">Where the text goes.</param>
    /// <returns>False, for nothing was printed.</returns>
    protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;
}
