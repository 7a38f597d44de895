// /keypairs/ and its view without private keys, /pubkeys/.
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Keypairs;

internal static class KeypairsResource
{
    private const string Name = "keypairs";
    private const string Algorithm = "algorithm_type";
    private const string Fingerprint = "fingerprint";
    private const string PrivateKey = "private_key";
    private const string PublicKey = "public_key";

    public static ResourceDefinition Create() => new(Name,
    [
        .. Common(Member.Tags()),
        new FieldDefinition(Algorithm, FieldType.String, "Algorithm of a key that is to be made") { Choices = ["rsa", "ed25519"], WriteOnly = true },
        new FieldDefinition(PrivateKey, FieldType.String, "Private key")
        {
            // Who shares a key shares its public half.
            Show = static view => Access.Owns(view.Caller, view.Document) ? view.Document.Data[PrivateKey] : null,
        },
    ])
    {
        Filters = FilterDefinition.Usual,
        OnCreate = static (request, keypair) => OnCreate(request, keypair.Edit()),
        OnUpdate = OnUpdate,
        OnDelete = static (_, keypair) => Forget(keypair),
    };

    public static ResourceDefinition CreateView() => new("pubkeys",
    [
        .. Common(new FieldDefinition(TagIndex.Member, FieldType.Related, Member.ManyHelp) { Many = true, HasDefault = false, Show = Member.Tags().Show }),
        new FieldDefinition("has_private_key", FieldType.Boolean, "Whether a private key is stored")
        {
            ReadOnly = true, HasDefault = false, Show = static view => view.Document.Data[PrivateKey] is not null,
        },
    ])
    {
        StoredIn = Name,
        HasSchema = false,
        Filters = FilterDefinition.Usual,
        ListMethods = ["GET"],
        ObjectMethods = ["GET"],
    };

    private static IEnumerable<FieldDefinition> Common(FieldDefinition tags) =>
    [
        new FieldDefinition(Fingerprint, FieldType.String, "Fingerprint of the public key") { ReadOnly = true, HasDefault = false },
        Member.Grantees(),
        new FieldDefinition("meta", FieldType.Dict, "User defined meta information") { Default = new JsonObject() },
        new FieldDefinition("name", FieldType.String, "Human readable name of the keypair") { Required = true, NotEmpty = true },
        Member.Permissions(),
        new FieldDefinition(PublicKey, FieldType.String, "Public key"),
        Member.Uri(),
        tags,
        Member.Id("UUID of the keypair"),
    ];

    private static void OnCreate(RequestContext request, JsonObject data)
    {
        var algorithm = data[Algorithm]?.GetValue<string>();
        data.Remove(Algorithm);
        if (Text(data, PublicKey) is null && Text(data, PrivateKey) is null)
        {
            if (algorithm is null) throw ApiException.Validation("Without a public key the algorithm of a new one is needed: rsa or ed25519", Algorithm);
            (data[PrivateKey], data[PublicKey]) = KeyMaker.Make(algorithm);
        }
        else if (algorithm is not null)
        {
            request.Warn($"The member \"{Algorithm}\" has no effect beside a key.");
        }

        Complete(data, data);
    }

    private static void OnUpdate(RequestContext request, Document keypair, JsonObject changes)
    {
        if (changes.Remove(Algorithm)) request.Warn($"The member \"{Algorithm}\" has no effect on a keypair that exists.");
        // Who may edit the keypair of somebody else does not see its private key, and so cannot send it back.
        if (!Access.Owns(request.Caller, keypair)) changes.Remove(PrivateKey);
        Complete(changes, keypair.Edit());
    }

    // Checks the keys that are named and brings the rest in line with them.
    private static void Complete(JsonObject values, JsonObject stored)
    {
        if (values.ContainsKey(PrivateKey))
        {
            var text = Text(values, PrivateKey);
            if (text is not null && !IsPem(text)) throw ApiException.Validation("Not a private key in PEM form", PrivateKey);
            values[PrivateKey] = text;
        }

        if (!values.ContainsKey(PublicKey)) return;
        var line = Text(values, PublicKey) ?? throw ApiException.Validation(ValueReader.RequiredMessage, PublicKey);
        var blob = OpenSshKey.Blob(line) ?? throw ApiException.Validation("Not a public key in the form of OpenSSH, such as \"ssh-ed25519 AAAA...\"", PublicKey);
        values[PublicKey] = line;
        stored[Fingerprint] = OpenSshKey.Fingerprint(blob);
    }

    // A key that is deleted also leaves the servers, and the meta that hands it to the guest.
    private static void Forget(Document keypair)
    {
        var line = keypair.Text(PublicKey).Trim();
        foreach (var server in keypair.Partition.Collection(ServersResource.Name).All)
        {
            var keys = server.Data["pubkeys"] as JsonArray;
            if (keys is not null && keys.Any(key => Names(key, keypair)))
                server.Set("pubkeys", new JsonArray([.. keys.Where(key => !Names(key, keypair)).Select(static key => key!.DeepClone())]));
            if (server.Data["meta"]?["ssh_public_key"] is JsonValue value && value.ToString().Trim() == line)
                server.Edit()["meta"]!.AsObject().Remove("ssh_public_key");
        }
    }

    private static bool Names(JsonNode? reference, Document keypair) => reference!["uuid"]!.GetValue<string>() == keypair.Id;

    private static string? Text(JsonObject values, string member) =>
        values[member]?.GetValue<string>() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool IsPem(string text) => PemEncoding.TryFind(text, out _);
}
