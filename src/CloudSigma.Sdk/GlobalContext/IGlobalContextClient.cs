// What applications can do with the global context.
namespace CloudSigma.Sdk;

/// <summary>
/// The global context: keys and values of the account that every guest can read as <c>/global_context/{key}</c> of its server context (guide 20).
/// Applications may fake it; members may be added in a minor version.
/// </summary>
public interface IGlobalContextClient
{
    /// <summary>Reads all keys and values.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The keys and values; empty when there are none.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("global-context-get")]
    Task<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces all keys and values: a key that is not in the map is gone. Running guests see it at once.</summary>
    /// <remarks>
    /// To change one key, read the map first: <c>SetAsync(new Dictionary&lt;string, string&gt;(await GetAsync()) { ["key"] = "value" })</c>. An empty map clears the
    /// context. Set twice, the map is the same, so a lost request is sent again.
    /// </remarks>
    /// <param name="values">The keys and values.</param>
    /// <param name="cancellationToken">Cancels the request; whether the context was changed is then not known.</param>
    /// <returns>The keys and values as they are now.</returns>
    /// <exception cref="ArgumentException">A key is empty, or a key or value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("global-context-set")]
    Task<IReadOnlyDictionary<string, string>> SetAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken = default);
}
