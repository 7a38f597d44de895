// The objects of an account that carry a tag. The tags of the objects are the only record; what a tag holds follows from them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class TagIndex
{
    /// <summary>The member of objects that names their tags, and the name of the resource.</summary>
    public const string Member = "tags";

    private readonly KeyIndex _index;

    private TagIndex(AccountPartition partition) =>
        _index = new KeyIndex(partition.State.Shareable.Keys.Select(partition.Collection), Ids);

    public static TagIndex Of(AccountPartition partition) => partition.Index(static owner => new TagIndex(owner));

    /// <summary>The uuids of the tags that an object carries.</summary>
    public static IEnumerable<string> Ids(Document document) =>
        document.Data[Member] is JsonArray tags ? tags.Select(static tag => tag!["uuid"]!.GetValue<string>()) : [];

    /// <summary>The objects that carry a tag, whatever their resource.</summary>
    public IReadOnlyList<Document> Objects(string tagId) => _index.Find(tagId);

    /// <summary>Puts a tag on an object.</summary>
    public static void Add(Document document, Document tag)
    {
        var data = document.Edit();
        if (data[Member] is not JsonArray tags) data[Member] = tags = [];
        tags.Add((JsonNode)tag.Reference());
    }

    /// <summary>Takes a tag from whatever names it.</summary>
    public static void Remove(Document document, Document tag)
    {
        if (!Ids(document).Contains(tag.Id)) return;
        var tags = document.Edit()[Member]!.AsArray();
        foreach (var entry in tags.Where(entry => entry!["uuid"]!.GetValue<string>() == tag.Id).ToArray()) tags.Remove(entry);
    }
}
