// What one request has done so far and is about to do. The entries reach the logs when it is known how the request ends.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Audit;

internal sealed class RequestAudit
{
    private readonly List<AuditEntry> _done = [];
    private readonly Stack<AuditEntry> _open = new();

    /// <summary>Something begins that ends with <see cref="Done"/>, or not at all when it is refused.</summary>
    public void Begin(string action, string resource, Document? document, JsonObject? definition = null) =>
        _open.Push(new AuditEntry(action, resource, document, definition is null ? "" : Definition.Masked(definition)));

    /// <summary>What began last has been done.</summary>
    /// <param name="document">The object, where it did not exist at the beginning.</param>
    public void Done(Document? document = null)
    {
        var entry = _open.Pop();
        _done.Add(document is null ? entry : entry with { Object = document });
    }

    /// <summary>Something has been done in passing, such as the copy that a clone makes.</summary>
    public void Also(string action, Document document) => _done.Add(new AuditEntry(action, document.Resource, document, ""));

    /// <summary>Writes the entries of a request that has succeeded.</summary>
    public void Commit(AccountPartition actor)
    {
        foreach (var entry in _done) AuditLog.Write(actor, entry, refusal: null);
    }

    /// <summary>Writes what was refused. Everything before it has been taken back with the request, and so has no entry.</summary>
    public void Refuse(AccountPartition actor, ApiException refusal)
    {
        if (_open.Count > 0) AuditLog.Write(actor, _open.Last(), refusal);
    }
}
