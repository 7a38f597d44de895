// One object of the cloud: its stored members, and notes of the emulator that are never shown.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Store;

internal sealed class Document(string id, string resource, AccountPartition partition)
{
    private long _savedIn;

    public string Id { get; } = id;

    /// <summary>The name of the resource, for example <c>drives</c>.</summary>
    public string Resource { get; } = resource;

    public AccountPartition Partition { get; } = partition;

    /// <summary>The stored members. Call <see cref="Edit"/> before changing them.</summary>
    public JsonObject Data { get; private set; } = [];

    /// <summary>Notes that are not part of the API, such as the size that a drive is growing to.</summary>
    public JsonObject Hidden { get; private set; } = [];

    public string Uri => $"/api/2.0/{Resource}/{Id}/";

    public string Status => Text("status");

    public string Text(string member) => Data[member]?.GetValue<string>() ?? "";

    /// <summary>Opens the document for changes, which are taken back when the request fails.</summary>
    public JsonObject Edit()
    {
        var journal = Partition.State.Journal;
        if (journal is not null && _savedIn != journal.Number)
        {
            var data = Data.DeepClone().AsObject();
            var hidden = Hidden.DeepClone().AsObject();
            _savedIn = journal.Number;
            journal.Changed(this);
            journal.OnRollback(() =>
            {
                (Data, Hidden) = (data, hidden);
                Partition.Collection(Resource).Changed(this);
            });
        }

        Partition.Collection(Resource).Changed(this);
        return Data;
    }

    public void Set(string member, JsonNode? value) => Edit()[member] = value;

    /// <summary>The reference to this object that other objects show.</summary>
    public JsonObject Reference() => new() { ["resource_uri"] = Uri, ["uuid"] = Id };
}
