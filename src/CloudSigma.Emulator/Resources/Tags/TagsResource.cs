// /tags/: names for groups of objects. A tag stores nothing of its objects; they store their tags, so both views always agree.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Tags;

internal static class TagsResource
{
    private const string Resources = "resources";

    public static ResourceDefinition Create() => new(TagIndex.Member, Fields())
    {
        OlderSchema = true,
        HasDetail = true,
        ListMethods = ["GET", "POST"],
        OnCreate = static (_, tag) => Apply(tag, tag.Edit()),
        OnUpdate = static (_, tag, changes) => Apply(tag, changes),
        OnDelete = OnDelete,
        Contents = static tag => TagIndex.Of(tag.Partition).Objects(tag.Id),
    };

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("meta", FieldType.Dict, "A dictionary of data. Ex: {'price': 26.73, 'name': 'Daniel'}") { HasDefault = false },
        new FieldDefinition("name", FieldType.String, Member.TextHelp) { Required = true, NotEmpty = true, HasDefault = false },
        new FieldDefinition("owner", FieldType.Related, Member.OneHelp) { ReadOnly = true, HasDefault = false, Show = static view => Member.User(view.Document.Partition.Account) },
        Member.Uri(),
        new FieldDefinition(Resources, FieldType.Related, Member.ManyHelp)
        {
            HasDefault = false, Many = true, Nullable = true, Read = Read, Show = static view => Show(view.Document),
        },
        new FieldDefinition("uuid", FieldType.String, Member.TextHelp) { ReadOnly = true, HasDefault = false, Show = static view => view.Document.Id },
    ];

    // Objects of all kinds stand in one list by their id alone.
    private static JsonArray? Read(ValueReader reader, JsonNode value, string point)
    {
        if (value is not JsonArray entries)
        {
            reader.Fail("Not a list", point);
            return null;
        }

        var result = new JsonArray();
        foreach (var entry in entries)
        {
            var id = ValueReader.Referenced(entry)?.ToLowerInvariant() ?? "";
            var state = reader.Owner.State;
            if (state.Shareable.Keys.Select(name => reader.Owner.Find(name, id)).FirstOrDefault(static found => found is not null) is { } document)
                result.Add((JsonNode)new JsonObject { ["res_type"] = document.Resource, ["uuid"] = document.Id });
            else if (state.Shareable.Keys.Select(name => Access.FindShared(reader.Owner, name, id)).FirstOrDefault(static found => found is not null) is { } foreign)
                throw ApiException.Permission($"Only the owner can tag {foreign.Resource} {id}", point);
            else
                reader.Fail($"There is no object {entry?.ToJsonString() ?? "null"} of the account that can be tagged", point);
        }

        return result;
    }

    // Brings the objects into the state that the tag is to have.
    private static void Apply(Document tag, JsonObject values)
    {
        if (values[Resources] is not JsonArray wanted)
        {
            values.Remove(Resources);
            return;
        }

        var documents = wanted
            .Select(entry => tag.Partition.Find(entry!["res_type"]!.GetValue<string>(), entry["uuid"]!.GetValue<string>())!)
            .ToHashSet();
        values.Remove(Resources);
        var present = TagIndex.Of(tag.Partition).Objects(tag.Id).ToHashSet();
        foreach (var document in present.Where(document => !documents.Contains(document))) TagIndex.Remove(document, tag);
        foreach (var document in documents.Where(document => !present.Contains(document))) TagIndex.Add(document, tag);
    }

    private static void OnDelete(RequestContext request, Document tag)
    {
        foreach (var document in TagIndex.Of(tag.Partition).Objects(tag.Id).ToArray()) TagIndex.Remove(document, tag);
        foreach (var acl in tag.Partition.Collection(Access.Acls).All) TagIndex.Remove(acl, tag);
    }

    private static JsonArray Show(Document tag) => [.. TagIndex.Of(tag.Partition).Objects(tag.Id).Select(static document => (JsonNode)new JsonObject
    {
        ["owner"] = Member.User(document.Partition.Account),
        ["res_type"] = document.Resource,
        ["resource_uri"] = document.Uri,
        ["uuid"] = document.Id,
    })];
}
