// Finds what a create has made when its answer was lost.
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk;

/// <summary>Writes tokens into the meta of new objects, and finds the objects by them.</summary>
internal static class ClientToken
{
    public const string MetaKey = "client_token";

    /// <summary>The meta with the token in it.</summary>
    /// <exception cref="ArgumentException">The token is empty, or the meta has another one.</exception>
    public static IReadOnlyDictionary<string, string>? Into(IReadOnlyDictionary<string, string>? meta, string? token, string name)
    {
        if (token is null) return meta;
        if (token.Length == 0) throw new ArgumentException("The ClientToken is empty. Use a new uuid, or null for none.", name);
        if (meta is not null && meta.TryGetValue(MetaKey, out var other) && other != token)
            throw new ArgumentException($"The meta has another value under '{MetaKey}' than the ClientToken. Leave the key out of the meta.", name);
        return new Dictionary<string, string>(meta ?? EmptyMap.Instance) { [MetaKey] = token };
    }

    /// <summary>Creates, and when the answer is lost and every object has a token, looks for them instead of giving up.</summary>
    /// <param name="create">Sends the create, once.</param>
    /// <param name="tokens">The tokens in the order of the request.</param>
    /// <param name="find">Lists the objects that may be the wanted ones, with their meta.</param>
    /// <param name="meta">The meta of an object.</param>
    public static async Task<IReadOnlyList<T>> CreateAsync<T>(
        Func<Task<IReadOnlyList<T>>> create, IReadOnlyList<string?> tokens, Func<IAsyncEnumerable<T>> find, Func<T, IReadOnlyDictionary<string, string>> meta)
    {
        try
        {
            return await create().ConfigureAwait(false);
        }
        catch (CloudSigmaException e) when (RetryRules.IsAmbiguous(e) && tokens.All(static t => t is not null))
        {
            return await FindAsync(tokens, find, meta).ConfigureAwait(false) ?? throw new CloudSigmaException(
                $"The answer to a create was lost, and no object with its client token is there: {e.Message}", e);
        }
    }

    private static async Task<IReadOnlyList<T>?> FindAsync<T>(
        IReadOnlyList<string?> tokens, Func<IAsyncEnumerable<T>> find, Func<T, IReadOnlyDictionary<string, string>> meta)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        await foreach (var item in find().ConfigureAwait(false))
        {
            if (meta(item).TryGetValue(MetaKey, out var token)) found[token] = item;
        }

        return tokens.All(t => found.ContainsKey(t!)) ? [.. tokens.Select(t => found[t!])] : null;
    }
}
