// Keypairs: given and made ones, their fingerprints, and the view without private keys.
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Keys;

public sealed class KeypairTests : EmulatorTest
{
    // 32 bytes of zeros as an ed25519 key; the fingerprint was computed with ssh-keygen -l -E md5.
    private static readonly string Line = "ssh-ed25519 " + Convert.ToBase64String([0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 32, .. new byte[32]]);

    private Task<Answer> MakeAsync(params (string Name, JsonNode? Value)[] members) =>
        PostAsync("keypairs/", With(new JsonObject { ["name"] = "k" }, members));

    [Fact]
    public async Task An_rsa_pair_is_real()
    {
        var pair = (await MakeAsync(("algorithm_type", "rsa"))).Is(201).First;
        Assert.Equal(
            ["fingerprint", "grantees", "meta", "name", "permissions", "private_key", "public_key", "resource_uri", "tags", "uuid"],
            pair.Select(static member => member.Key));
        using var rsa = RSA.Create();
        rsa.ImportFromPem((string)pair["private_key"]!);
        Assert.Equal(2048, rsa.KeySize);
        var parts = ((string)pair["public_key"]!).Split(' ');
        Assert.Equal("ssh-rsa", parts[0]);
        var key = rsa.ExportParameters(includePrivateParameters: false);
        byte[] blob = [0, 0, 0, 7, .. "ssh-rsa"u8, 0, 0, 0, 3, .. key.Exponent!, 0, 0, 1, 1, 0, .. key.Modulus!];
        Assert.Equal(Convert.ToBase64String(blob), parts[1]);
        Assert.Equal(Md5(blob), (string?)pair["fingerprint"]);
    }

    [KeygenFact]
    public async Task An_ed25519_pair_is_real()
    {
        var pair = (await MakeAsync(("algorithm_type", "ed25519"))).Is(201).First;
        Assert.StartsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n", (string)pair["private_key"]!, StringComparison.Ordinal);
        var blob = Convert.FromBase64String(((string)pair["public_key"]!)["ssh-ed25519 ".Length..]);
        Assert.Equal(51, blob.Length);
        Assert.Equal(Md5(blob), (string?)pair["fingerprint"]);
        var pem = (string)pair["private_key"]!;
        var secret = Convert.FromBase64String(string.Concat(pem.Split('\n').Where(static line => !line.StartsWith('-'))));
        Assert.True(secret.AsSpan().IndexOf(blob.AsSpan(^32)) > 0);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "keypair-*"));
    }

    [Fact]
    public async Task A_public_key_alone_has_no_private_one()
    {
        var pair = (await MakeAsync(("public_key", Line + " me@home"))).Is(201).First;
        Assert.Null(pair["private_key"]);
        Assert.Equal(Line + " me@home", (string?)pair["public_key"]);
        Assert.Equal("3d:52:38:ce:ff:94:f5:d7:81:a4:a4:f9:2b:4f:fe:a0", (string?)pair["fingerprint"]);
        Assert.Null((await MakeAsync(("public_key", Line), ("private_key", ""))).Is(201).First["private_key"]);
    }

    [Fact]
    public async Task Both_keys_are_kept_as_given()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportRSAPrivateKeyPem();
        var pair = (await MakeAsync(("public_key", Line), ("private_key", pem))).Is(201).First;
        Assert.Equal((Line, pem), ((string?)pair["public_key"], (string?)pair["private_key"]));
        Assert.True(JsonNode.DeepEquals(pair, (await GetAsync("keypairs/")).First));
        Assert.True(JsonNode.DeepEquals(pair, (await GetAsync($"keypairs/{pair["uuid"]}/")).Json));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("ssh-rsa")]
    [InlineData("ssh-rsa %%%%")]
    [InlineData("ssh-rsa AAAA")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ssh-other AAAACXNzaC1vdGhlcg==")]
    public async Task Malformed_public_keys_are_refused(string key)
    {
        (await MakeAsync(("public_key", key))).Refused(400, "validation", "public_key");
        var pair = (await MakeAsync(("public_key", Line))).Is(201).Uuid;
        (await PutAsync($"keypairs/{pair}/", new JsonObject { ["name"] = "k", ["public_key"] = key })).Refused(400, "validation", "public_key");
    }

    [Fact]
    public async Task Incomplete_pairs_are_refused()
    {
        (await MakeAsync()).Refused(400, "validation", "algorithm_type");
        (await MakeAsync(("algorithm_type", "dsa"))).Refused(400, "validation", "algorithm_type");
        (await MakeAsync(("private_key", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"))).Refused(400, "validation", "public_key");
        (await MakeAsync(("public_key", Line), ("private_key", "text"))).Refused(400, "validation", "private_key");
        (await PostAsync("keypairs/", new JsonObject { ["public_key"] = Line })).Refused(400, "validation", "name");
        Assert.Empty((await GetAsync("keypairs/")).Objects);
    }

    [Fact]
    public async Task A_put_changes_what_it_names()
    {
        var pair = (await MakeAsync(("algorithm_type", "rsa"))).First;
        var uuid = (string)pair["uuid"]!;
        var renamed = (await PutAsync($"keypairs/{uuid}/", new JsonObject { ["name"] = "new", ["meta"] = new JsonObject { ["k"] = "v" } })).Is(200).Json;
        Assert.Equal("new", (string?)renamed["name"]);
        Assert.True(JsonNode.DeepEquals(pair["private_key"], renamed["private_key"]));
        var changed = (await PutAsync($"keypairs/{uuid}/", new JsonObject { ["name"] = "new", ["public_key"] = Line, ["private_key"] = null })).Is(200).Json;
        Assert.Equal(("3d:52:38:ce:ff:94:f5:d7:81:a4:a4:f9:2b:4f:fe:a0", null), ((string?)changed["fingerprint"], (string?)changed["private_key"]));
        Assert.True(JsonNode.DeepEquals(changed, (await PutAsync($"keypairs/{uuid}/", changed)).Is(200).Json));
    }

    [Fact]
    public async Task Pubkeys_show_the_same_objects_without_the_private_half()
    {
        var full = (await MakeAsync(("algorithm_type", "rsa"))).First;
        var half = (await MakeAsync(("public_key", Line))).First;
        var list = (await GetAsync("pubkeys/")).Is(200);
        Assert.DoesNotContain("PRIVATE", list.Text, StringComparison.Ordinal);
        Assert.Equal([(string)full["uuid"]!, (string)half["uuid"]!], list.Objects.Select(static key => (string)key!["uuid"]!));
        Assert.Equal([true, false], list.Objects.Select(static key => (bool)key!["has_private_key"]!));
        var shown = (await GetAsync($"pubkeys/{half["uuid"]}/")).Is(200).Object;
        Assert.Equal($"/api/2.0/pubkeys/{half["uuid"]}/", (string?)shown["resource_uri"]);
        Assert.False(shown.ContainsKey("private_key"));
        (await DeleteAsync($"pubkeys/{half["uuid"]}/")).Refused(405, "permission");
        (await PostAsync("pubkeys/", new JsonObject())).Refused(405, "permission");
        (await GetAsync($"pubkeys/{Guid.NewGuid()}/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_deleted_key_leaves_the_servers_and_their_meta()
    {
        string gone = (await MakeAsync(("public_key", Line))).Uuid, kept = (await MakeAsync(("algorithm_type", "rsa"))).Uuid;
        var meta = new JsonObject { ["ssh_public_key"] = Line, ["k"] = "v" };
        var server = await RunningServerAsync(With(NewServer(), ("pubkeys", new JsonArray(gone, kept)), ("meta", meta)));
        var other = await ServerAsync(With(NewServer(), ("meta", new JsonObject { ["ssh_public_key"] = "another" })));
        (await DeleteAsync($"keypairs/{gone}/")).Is(204);
        var shown = (await GetAsync($"servers/{server}/")).Json;
        Assert.Equal($"/api/2.0/pubkeys/{kept}/", (string?)Assert.Single(shown["pubkeys"]!.AsArray())!["resource_uri"]);
        Assert.Equal("""{"k":"v"}""", shown["meta"]!.ToJsonString());
        Assert.Equal("another", (string?)(await GetAsync($"servers/{other}/")).Json["meta"]!["ssh_public_key"]);
        (await GetAsync($"keypairs/{gone}/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task Servers_take_keys_of_the_account_only() =>
        (await PostAsync("servers/", With(NewServer(), ("pubkeys", new JsonArray(Guid.NewGuid().ToString()))))).Refused(400, "validation", "pubkeys");

    [Fact]
    public async Task Private_keys_are_in_no_log()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportRSAPrivateKeyPem();
        (await MakeAsync(("public_key", Line), ("private_key", pem))).Is(201);
        (await MakeAsync(("public_key", "bad"), ("private_key", pem))).Is(400);
        var requests = await new HttpClient().GetStringAsync(new Uri(Cloud.Endpoint, "/_emulator/requests"));
        Assert.DoesNotContain("PRIVATE KEY", requests, StringComparison.Ordinal);
        var logs = await GetAsync("logs/");
        Assert.DoesNotContain("PRIVATE KEY", logs.Text, StringComparison.Ordinal);
        Assert.Equal(["***", "***"], logs.Objects.Select(static entry => (string)JsonNode.Parse((string)entry!["details"]!)!["private_key"]!));
    }

    [ExamplesTheory]
    [InlineData("response_autogen_keypair_create")]
    [InlineData("response_pub_key_only_keypair_create")]
    [InlineData("response_pubkeys_full_keypair")]
    [InlineData("response_keypair_list")]
    public async Task Fingerprints_are_those_of_the_documented_answers(string example)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
        var documented = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!;
        foreach (var pair in documented["objects"]?.AsArray() ?? [documented.DeepClone()])
            Assert.Equal((string?)pair!["fingerprint"], (string?)(await MakeAsync(("public_key", pair["public_key"]!.DeepClone()))).Is(201).First["fingerprint"]);
    }

    private static string Md5(byte[] blob)
    {
#pragma warning disable CA5351 // The API documents MD5.
        return string.Join(':', MD5.HashData(blob).Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
#pragma warning restore CA5351
    }
}
