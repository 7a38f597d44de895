using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Keypairs;

public class KeypairsClientTests
{
    private const string Public = "ssh-ed25519 AAAA user@host";
    private const string Private = "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----\n";

    private static readonly string Keypair = $$"""{"uuid":"{{TestClient.Uuid}}","name":"k","public_key":"{{Public}}","private_key":null,"fingerprint":"99:1e"}""";

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    [Fact]
    public async Task Each_way_to_make_a_keypair_sends_what_it_needs()
    {
        var handler = new FakeHandler($$"""{"objects":[{{Keypair}}]}""");
        var keypairs = TestClient.Create(handler).Keypairs;

        await keypairs.CreateAsync(NewKeypair.Generate("k", KeypairAlgorithm.Ed25519));
        await keypairs.CreateAsync(NewKeypair.Generate("k", new KeypairAlgorithm("newer")));
        var made = await keypairs.CreateAsync(NewKeypair.FromPublicKey("k", Public));
        await keypairs.CreateAsync(NewKeypair.FromKeys("k", "a", "b") with { Tags = [TestClient.Uuid] });

        Assert.Equal(
            [
                """{"objects":[{"name":"k","algorithm_type":"ed25519"}]}""",
                """{"objects":[{"name":"k","algorithm_type":"newer"}]}""",
                $$"""{"objects":[{"name":"k","public_key":"{{Public}}"}]}""",
                $$"""{"objects":[{"name":"k","public_key":"a","private_key":"b","tags":["{{TestClient.Uuid}}"]}]}""",
            ],
            handler.Requests.Select(static r => r.Body));
        Assert.Equal((Public, null, "99:1e"), (made.PublicKey, made.PrivateKey, made.Fingerprint));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("{\"objects\":[{0}]}")]
    public async Task A_keypair_is_read_from_every_form_of_the_answer(string form)
    {
        var handler = new FakeHandler(form.Replace("{0}", Keypair, StringComparison.Ordinal));

        Assert.Equal("k", (await TestClient.Create(handler).Keypairs.CreateAsync(NewKeypair.FromPublicKey("k", Public))).Name);
    }

    [Fact]
    public async Task A_private_key_goes_back_as_it_came()
    {
        var handler = new FakeHandler($$"""{"uuid":"{{TestClient.Uuid}}","private_key":"a+b/=\nc\n"}""");
        var keypairs = TestClient.Create(handler).Keypairs;

        var read = await keypairs.GetAsync(TestClient.Uuid);
        await keypairs.UpdateAsync(read with { Name = "n" });

        Assert.Equal("a+b/=\nc\n", read.PrivateKey);
        var sent = System.Text.Json.JsonDocument.Parse(handler.Requests[1].Body!).RootElement;
        Assert.Equal("a+b/=\nc\n", sent.GetProperty("private_key").GetString());
        Assert.Equal(("PUT", $"/api/2.0/keypairs/{TestClient.Uuid}/"), (handler.Requests[1].Method, handler.Requests[1].PathAndQuery));
    }

    [Fact]
    public async Task A_public_key_says_whether_the_cloud_has_the_private_one()
    {
        var key = await TestClient.Create(new FakeHandler($$"""{"uuid":"{{TestClient.Uuid}}","public_key":"{{Public}}","has_private_key":true}""")).PublicKeys.GetAsync(TestClient.Uuid);

        Assert.Equal((Public, true), (key.PublicKey, key.HasPrivateKey));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_by_its_token()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json(
            $$"""{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"meta":{"client_token":"t"},"uuid":"{{TestClient.Uuid}}"}]}"""));

        var found = await TestClient.Create(handler).Keypairs.CreateAsync(NewKeypair.Generate("k", KeypairAlgorithm.Rsa) with { ClientToken = "t" });

        Assert.Equal(TestClient.Uuid, found.Uuid);
        Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_if_it_exists_says_whether_there_was_one(HttpStatusCode status, bool existed)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("", status));

        Assert.Equal(existed, await TestClient.Create(handler).Keypairs.DeleteIfExistsAsync(TestClient.Uuid));

        Assert.Equal(("DELETE", $"/api/2.0/keypairs/{TestClient.Uuid}/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
    }

    [Fact]
    public async Task Keys_that_do_not_go_together_are_refused_without_being_shown()
    {
        var handler = new FakeHandler("{}");
        var keypairs = TestClient.Create(handler).Keypairs;
        foreach (var (bad, why) in new[]
        {
            (new NewKeypair { Name = "k" }, "neither keys nor an algorithm"),
            (NewKeypair.Generate("k", default), "neither keys nor an algorithm"),
            (NewKeypair.FromPublicKey("k", ""), "neither keys nor an algorithm"),
            (new NewKeypair { Name = "k", PrivateKey = Private }, "without its public key"),
            (NewKeypair.FromKeys("k", "", Private), "without its public key"),
            (NewKeypair.FromKeys("k", Public, Private) with { Algorithm = KeypairAlgorithm.Rsa }, "both keys and an algorithm"),
            (NewKeypair.FromKeys("k", Private, Public), "wrong order"),
            (NewKeypair.FromKeys("k", Public, Private + "\0"), "PrivateKey has a NUL"),
            (NewKeypair.FromKeys("k", Public, Private + "\uD83D"), "PrivateKey has half a surrogate pair"),
            (NewKeypair.FromPublicKey("k", "hunter2\0"), "PublicKey has a NUL"),
            (NewKeypair.FromPublicKey("", Public), "needs a Name"),
        })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => keypairs.CreateAsync(bad));
            Assert.Contains(why, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        }

        var swapped = await Assert.ThrowsAsync<ArgumentException>(() => keypairs.UpdateAsync(new Keypair { Uuid = TestClient.Uuid, PublicKey = Private, PrivateKey = Public }));
        Assert.DoesNotContain("hunter2", swapped.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var client = TestClient.Create(handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Keypairs.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => client.PublicKeys.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Keypairs.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Keypairs.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Keypairs.UpdateAsync(new Keypair { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Keypairs.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Keypairs.CreateManyAsync([NewKeypair.FromPublicKey("k", Public), null!]));
        Assert.Throws<ArgumentNullException>(static () => NewKeypair.Generate(null!, KeypairAlgorithm.Rsa));
        Assert.Throws<ArgumentNullException>(static () => NewKeypair.FromPublicKey("k", null!));
        Assert.Throws<ArgumentNullException>(static () => NewKeypair.FromKeys("k", Public, null!));
        Assert.Empty(await client.Keypairs.CreateManyAsync([]));

        Assert.Empty(handler.Requests);
    }
}
