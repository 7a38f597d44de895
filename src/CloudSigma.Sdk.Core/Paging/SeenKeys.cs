// Remembers which objects a listing has yielded, so that none is yielded twice.
namespace CloudSigma.Sdk.Core.Paging;

/// <summary>
/// Keeps all ids of a paged listing, or the last <see cref="Window"/> of a single streamed answer: that one holds each object once,
/// and only after a break in the middle can the next answer repeat the last ones. So its memory does not grow with the list.
/// </summary>
internal sealed class SeenKeys<TKey>(bool keepsAll) where TKey : notnull
{
    public const int Window = 4096;

    private readonly HashSet<TKey> _keys = [];
    private readonly Queue<TKey>? _order = keepsAll ? null : new Queue<TKey>();

    /// <summary>Whether ids have been dropped, so that an object could be yielded twice when the list is read again.</summary>
    public bool HasForgotten { get; private set; }

    /// <summary>Adds an id.</summary>
    /// <returns>False when it was there already.</returns>
    public bool Add(TKey key)
    {
        if (!_keys.Add(key)) return false;
        if (_order is null) return true;
        _order.Enqueue(key);
        if (_order.Count <= Window) return true;
        _keys.Remove(_order.Dequeue());
        HasForgotten = true;
        return true;
    }
}
