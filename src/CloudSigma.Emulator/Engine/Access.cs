// Who may do what. All questions about objects of somebody else are decided here, from the tags and ACLs of their owner.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal static class Access
{
    /// <summary>The name of the resource whose objects give rights.</summary>
    public const string Acls = "acls";

    public static bool Owns(AccountPartition caller, Document document) => document.Partition == caller;

    /// <summary>The rights that the owner of an object has given to the caller, in the order of the alphabet; empty for the owner, who needs none.</summary>
    public static IReadOnlyList<string> Given(AccountPartition caller, Document document) =>
        Owns(caller, document) || caller.Account is null ? [] : Rights(document, Concerning(document).Where(acl => Names(acl, caller)));

    /// <summary>True when the caller owns the object or has been given the right.</summary>
    public static bool Allows(AccountPartition caller, Document document, string right) =>
        Owns(caller, document) || Given(caller, document).Contains(right);

    /// <summary>Refuses what needs a right that the caller does not have. Objects of the library have rules of their own.</summary>
    public static void Require(AccountPartition caller, Document document, string right)
    {
        if (document.Partition.Account is not null && !Allows(caller, document, right))
            throw ApiException.Permission($"The permission {right} is needed on {document.Resource} {document.Id}");
    }

    /// <summary>Refuses what no right allows, such as deleting.</summary>
    public static void RequireOwner(AccountPartition caller, Document document, string verb)
    {
        if (!Owns(caller, document)) throw ApiException.Permission($"Only the owner can {verb} {document.Resource} {document.Id}");
    }

    /// <summary>The object that the owner of a server may attach to it: an own one, or one that somebody shares with the right to attach.</summary>
    /// <returns>Null when there is no such object, as far as that account can see.</returns>
    /// <exception cref="ApiException">The account sees the object and may not attach it; the status is 403.</exception>
    public static Document? Attachable(AccountPartition serverOwner, string resource, string id, string point)
    {
        if (serverOwner.Find(resource, id) is { } own) return own;
        if (serverOwner.State.Find(resource, id) is not { } foreign) return null;
        var rights = Given(serverOwner, foreign);
        if (rights.Contains(Right.Attach)) return foreign;
        return rights.Contains(Right.List)
            ? throw ApiException.Permission($"The permission {Right.Attach} is needed on {resource} {id} by the owner of the server", point)
            : null;
    }

    /// <summary>An object of somebody else that the caller can see, or null.</summary>
    public static Document? FindShared(AccountPartition caller, string resource, string id) =>
        caller.State.Shareable.ContainsKey(resource) && caller.State.Find(resource, id) is { } foreign && Allows(caller, foreign, Right.List)
            ? foreign
            : null;

    /// <summary>An object that the caller owns or can see, or null.</summary>
    public static Document? FindVisible(AccountPartition caller, string resource, string id) =>
        caller.Find(resource, id) ?? FindShared(caller, resource, id);

    /// <summary>All objects of somebody else that the caller can see, account by account.</summary>
    public static IEnumerable<Document> Shared(AccountPartition caller, string resource)
    {
        if (caller.Account is null || !caller.State.Shareable.ContainsKey(resource)) yield break;
        foreach (var owner in caller.State.Partitions.Where(owner => owner != caller))
        {
            var seen = new HashSet<Document>();
            foreach (var acl in owner.Collection(Acls).All.Where(acl => Names(acl, caller) && Rules(acl).Contains(Right.List)))
            {
                foreach (var document in TagIndex.Ids(acl).SelectMany(TagIndex.Of(owner).Objects))
                {
                    if (document.Resource == resource && seen.Add(document) && Allows(caller, document, Right.List)) yield return document;
                }
            }
        }
    }

    /// <summary>The member <c>grantees</c>: with whom the owner shares the object, and what each may do.</summary>
    public static JsonArray Grantees(Document document)
    {
        var result = new JsonArray();
        var acls = Concerning(document).ToArray();
        foreach (var id in acls.SelectMany(GranteeIds).Distinct(StringComparer.Ordinal))
        {
            if (document.Partition.State.Account(id) is not { } user) continue;
            var rights = Rights(document, acls.Where(acl => GranteeIds(acl).Contains(id)));
            if (rights.Length == 0) continue;
            result.Add((JsonNode)new JsonObject
            {
                ["permissions"] = Texts(rights),
                ["user"] = new JsonObject { ["email"] = user.Email, ["resource_uri"] = $"/api/2.0/user/{id}/", ["uuid"] = id },
            });
        }

        return result;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];

    // The ACLs that concern an object: those that name one of its tags.
    private static IEnumerable<Document> Concerning(Document document)
    {
        var tags = TagIndex.Ids(document).ToArray();
        return tags.Length == 0 ? [] : document.Partition.Collection(Acls).All.Where(acl => TagIndex.Ids(acl).Any(tags.Contains));
    }

    // A right counts only where it means something: a drive cannot be started.
    private static string[] Rights(Document document, IEnumerable<Document> acls) =>
        document.Partition.State.Shareable.TryGetValue(document.Resource, out var possible)
            ? [.. acls.SelectMany(Rules).Where(possible.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];

    private static bool Names(Document acl, AccountPartition caller) => GranteeIds(acl).Contains(caller.Account!.Uuid.ToString());

    private static IEnumerable<string> GranteeIds(Document acl) =>
        acl.Data["grantees"]!.AsArray().Select(static grantee => grantee!["uuid"]!.GetValue<string>());

    private static IEnumerable<string> Rules(Document acl) =>
        acl.Data["rules"]!.AsArray().Select(static rule => rule!["permission"]!.GetValue<string>());
}
