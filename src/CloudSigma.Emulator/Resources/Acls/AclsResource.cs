// /acls/: who gets which rights on the objects with certain tags. What follows from them is decided in Access.
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Acls;

internal static class AclsResource
{
    public static ResourceDefinition Create() => new(Access.Acls, Fields()) { OlderSchema = true };

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("grantees", FieldType.Related, Member.ManyHelp)
        {
            HasDefault = false, Many = true, Nullable = true, Read = ReadGrantees, Show = static view => Grantees(view.Document),
        },
        new FieldDefinition("meta", FieldType.Dict, "A dictionary of data. Ex: {'price': 26.73, 'name': 'Daniel'}") { HasDefault = false },
        new FieldDefinition("name", FieldType.String, Member.TextHelp) { Default = "" },
        new FieldDefinition("owner", FieldType.Related, Member.OneHelp) { ReadOnly = true, HasDefault = false, Show = static view => Member.User(view.Document.Partition.Account) },
        Member.Uri(),
        new FieldDefinition("rules", FieldType.Related, "ACL rules")
        {
            HasDefault = false,
            Many = true,
            Nullable = true,
            Fields = [new FieldDefinition("permission", FieldType.String, Member.TextHelp) { Required = true, Choices = Right.All }],
        },
        new FieldDefinition(TagIndex.Member, FieldType.Related, Member.ManyHelp) { HasDefault = false, Many = true, Nullable = true, Target = TagIndex.Member, Own = true },
        new FieldDefinition("uuid", FieldType.String, Member.TextHelp) { ReadOnly = true, HasDefault = false, Show = static view => view.Document.Id },
    ];

    private static JsonArray? ReadGrantees(ValueReader reader, JsonNode value, string point)
    {
        if (value is not JsonArray entries)
        {
            reader.Fail("Not a list", point);
            return null;
        }

        var users = new List<EmulatorAccount>();
        foreach (var entry in entries)
        {
            if (User(reader.Owner.State, entry) is not { } user)
                reader.Fail("A grantee has to be a user of this cloud, given by email and uuid", point);
            else if (user == reader.Owner.Account)
                reader.Fail("The owner cannot be a grantee", point);
            else if (!users.Contains(user))
                users.Add(user);
        }

        return [.. users.Select(static user => (JsonNode)new JsonObject { ["email"] = user.Email, ["uuid"] = user.Uuid.ToString() })];
    }

    // One of e-mail and uuid is enough; both have to be of the same user.
    private static EmulatorAccount? User(CloudState state, JsonNode? entry)
    {
        if (entry is not JsonObject grantee) return ValueReader.ReferencedUuid(entry) is { } id ? state.Account(id) : null;
        var email = grantee["email"];
        var uuid = grantee["uuid"];
        if (email is null && uuid is null) return null;
        var byEmail = email?.GetValueKind() is JsonValueKind.String ? state.Partition(email.GetValue<string>())?.Account : null;
        var byUuid = ValueReader.ReferencedUuid(uuid) is { } text ? state.Account(text) : null;
        return email is null ? byUuid : uuid is null || byEmail == byUuid ? byEmail : null;
    }

    private static JsonArray Grantees(Document acl) => [.. acl.Data["grantees"]!.AsArray().Select(static grantee =>
    {
        var id = grantee!["uuid"]!.GetValue<string>();
        return (JsonNode)new JsonObject
        {
            ["email"] = grantee["email"]!.DeepClone(),
            // The recordings have an object here, not a text.
            ["resource_uri"] = new JsonObject { ["resource_uri"] = $"/api/2.0/user/{id}/", ["uuid"] = id },
            ["uuid"] = id,
        };
    })];
}
