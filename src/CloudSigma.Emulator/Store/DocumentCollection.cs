// All objects of one resource of one account, in the order of creation.
namespace CloudSigma.Emulator.Store;

internal sealed class DocumentCollection(CloudState state)
{
    private readonly LinkedList<Document> _order = new();
    private readonly Dictionary<string, LinkedListNode<Document>> _byId = new(StringComparer.Ordinal);

    public int Count => _byId.Count;

    /// <summary>Grows with each change, so that an index over the collection knows when it is out of date.</summary>
    public long Version { get; private set; }

    public IEnumerable<Document> All => _order;

    public Document? Find(string id) => _byId.TryGetValue(id, out var node) ? node.Value : null;

    public void Add(Document document)
    {
        _byId.Add(document.Id, _order.AddLast(document));
        Touch();
        state.Journal?.OnRollback(() => Take(document));
    }

    public void Remove(Document document)
    {
        var next = _byId[document.Id].Next?.Value.Id;
        Take(document);
        state.Journal?.OnRollback(() => PutBack(document, next));
    }

    public void Touch() => Version++;

    private void Take(Document document)
    {
        if (_byId.Remove(document.Id, out var node)) _order.Remove(node);
        Touch();
    }

    private void PutBack(Document document, string? before)
    {
        _byId[document.Id] = before is not null && _byId.TryGetValue(before, out var next)
            ? _order.AddBefore(next, document)
            : _order.AddLast(document);
        Touch();
    }
}
