// All objects of one resource of one account, in the order of creation.
namespace CloudSigma.Emulator.Store;

internal sealed class DocumentCollection(CloudState state)
{
    private readonly LinkedList<Document> _order = new();
    private readonly Dictionary<string, LinkedListNode<Document>> _byId = new(StringComparer.Ordinal);
    private readonly List<HashSet<Document>> _watchers = [];

    public IEnumerable<Document> All => _order;

    public int Count => _byId.Count;

    public Document? Find(string id) => _byId.TryGetValue(id, out var node) ? node.Value : null;

    public void Add(Document document)
    {
        _byId.Add(document.Id, _order.AddLast(document));
        Changed(document);
        state.Journal?.Created(document);
        state.Journal?.OnRollback(() => Take(document));
    }

    public void Remove(Document document)
    {
        var next = _byId[document.Id].Next?.Value.Id;
        Take(document);
        state.Images.Left(document);
        state.Journal?.Deleted(document);
        state.Journal?.OnRollback(() => PutBack(document, next));
    }

    /// <summary>A set that gathers all objects that change from now on, so that an index looks at nothing else.</summary>
    public HashSet<Document> Watch()
    {
        var changed = new HashSet<Document>(_order);
        _watchers.Add(changed);
        return changed;
    }

    public void Changed(Document document)
    {
        foreach (var watcher in _watchers) watcher.Add(document);
    }

    private void Take(Document document)
    {
        if (_byId.Remove(document.Id, out var node)) _order.Remove(node);
        Changed(document);
    }

    private void PutBack(Document document, string? before)
    {
        _byId[document.Id] = before is not null && _byId.TryGetValue(before, out var next)
            ? _order.AddBefore(next, document)
            : _order.AddLast(document);
        Changed(document);
    }
}
