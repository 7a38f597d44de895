// The audit log of one account. Entries are never changed and belong to no transaction; the oldest fall off the end.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Audit;

internal sealed class AuditLog
{
    /// <summary>The name of the resource.</summary>
    public const string Name = "logs";

    private const int Capacity = 10_000;
    private readonly LinkedList<Document> _entries = new();

    private AuditLog()
    {
    }

    /// <summary>The entries, newest first.</summary>
    public IEnumerable<Document> NewestFirst
    {
        get
        {
            for (var node = _entries.Last; node is not null; node = node.Previous) yield return node.Value;
        }
    }

    public static AuditLog Of(AccountPartition partition) => partition.Index(static _ => new AuditLog());

    /// <summary>Something happened to an object by itself, such as the <c>boot</c> after a start. It counts for whoever sent the request before it.</summary>
    public static void Event(Document document, string action)
    {
        var log = Of(document.Partition);
        var cause = log.NewestFirst.FirstOrDefault(entry => entry.Text("uuid") == document.Id);
        log.Add(document.Partition, new AuditEntry(action, document.Resource, document, ""), refusal: null, cause?.Data["actor"]?.DeepClone());
    }

    /// <summary>Writes an entry into the log of the owner of the object and into that of the actor.</summary>
    public static void Write(AccountPartition actor, AuditEntry entry, ApiException? refusal)
    {
        if (actor.Account is null) return;
        var owner = entry.Object?.Partition is { Account: not null } partition ? partition : actor;
        Of(owner).Add(owner, entry, refusal, Member.User(actor.Account));
        if (owner != actor) Of(actor).Add(actor, entry, refusal, Member.User(actor.Account));
    }

    private void Add(AccountPartition partition, AuditEntry entry, ApiException? refusal, JsonNode? actor)
    {
        var error = refusal?.Errors[0];
        // The uuid that an entry shows is that of the object, so the entry needs none of its own.
        var document = new Document("", Name, partition);
        var data = document.Data;
        data["action"] = entry.Action;
        data["actor"] = actor ?? Member.User(partition.Account);
        data["category"] = Category(entry.Resource);
        data["details"] = entry.Details;
        data["error_message"] = error?.Message ?? "";
        data["error_point"] = error?.Point;
        data["error_type"] = error?.Type;
        data["success"] = error is null;
        data["timestamp"] = ApiTime.Spaced(partition.State.Now);
        data["uuid"] = entry.Object?.Id;
        if (_entries.Count == Capacity) _entries.RemoveFirst();
        _entries.AddLast(document);
    }

    // "Servers" is recorded; the other groups are named alike.
    private static string Category(string resource) =>
        char.ToUpperInvariant(resource[0]) + resource[1..].Replace('_', ' ');
}
