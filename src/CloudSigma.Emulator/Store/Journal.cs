// Remembers how to take back what a failing request has already changed.
namespace CloudSigma.Emulator.Store;

internal sealed class Journal(long number)
{
    private readonly Stack<Action> _undo = new();
    private readonly List<Document> _created = [];
    private readonly List<Document> _changed = [];
    private readonly List<Document> _deleted = [];

    /// <summary>Tells one request from another. Objects keep this and not the journal, which would keep its past alive.</summary>
    public long Number { get; } = number;

    /// <summary>The objects that are new, in the order of their making.</summary>
    public IReadOnlyList<Document> New => _created;

    public void OnRollback(Action undo) => _undo.Push(undo);

    public void Created(Document document) => _created.Add(document);

    public void Changed(Document document) => _changed.Add(document);

    public void Deleted(Document document) => _deleted.Add(document);

    /// <summary>The ids of the objects that are new, are different and are gone; each object stands in one of the lists at most.</summary>
    public (IReadOnlyList<string> Created, IReadOnlyList<string> Changed, IReadOnlyList<string> Deleted) Outcome()
    {
        var created = _created.ToHashSet();
        var deleted = _deleted.ToHashSet();
        return (
            Ids(_created.Where(document => !deleted.Contains(document))),
            Ids(_changed.Where(document => !created.Contains(document) && !deleted.Contains(document))),
            Ids(_deleted.Where(document => !created.Contains(document))));
    }

    public void Rollback()
    {
        while (_undo.TryPop(out var undo)) undo();
    }

    private static string[] Ids(IEnumerable<Document> documents) => [.. documents.Distinct().Select(static document => document.Id)];
}
