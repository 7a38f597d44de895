// A list that is fetched while it is enumerated.
namespace CloudSigma.Sdk;

/// <summary>A list of the API that is fetched page by page while it is enumerated. It is always complete.</summary>
/// <remarks>
/// <para>Nothing is sent before the enumeration starts; each enumeration starts anew. An object is yielded as soon as it has arrived.</para>
/// <para>Objects that are there from the first to the last request are yielded exactly once, also when others come or go meanwhile.
/// Objects that come or go while the list is read may or may not be yielded. A list that the server breaks off, shortens or repeats ends in an
/// exception, never silently early.</para>
/// </remarks>
/// <typeparam name="T">Type of the objects.</typeparam>
public abstract class Pageable<T> : IAsyncEnumerable<T>
{
    /// <inheritdoc/>
    /// <exception cref="CloudSigmaException">From the enumerator: the API answered with an error, the network failed, a deadline passed, or an answer cannot be understood.</exception>
    public abstract IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    /// <summary>Enumerates the list page by page.</summary>
    /// <param name="pageSize">Objects per page, from 0, which asks for everything at once; null uses the option of the client.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The pages; none when the list is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is negative.</exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(int? pageSize = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a list from pages, for tests and fakes.</summary>
    /// <param name="pages">The pages in order.</param>
    /// <returns>The list.</returns>
    public static Pageable<T> FromPages(IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new Core.Paging.PageableFromPages<T>(pages);
    }

    /// <summary>Makes a list of one page, for tests and fakes.</summary>
    /// <param name="items">The objects.</param>
    /// <returns>The list.</returns>
    public static Pageable<T> FromItems(params IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return FromPages([new Page<T>(items, 0, items.Count)]);
    }
}
