// Reads a whole list.
namespace CloudSigma.Sdk.TestKit;

public static class AsyncEnumerableExtensions
{
    public static async Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> source, CancellationToken cancellationToken = default)
    {
        var items = new List<T>();
        await foreach (var item in source.WithCancellation(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return items;
    }
}
