using System.Net;
using System.Text.Json;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Keypairs;

/// <summary>Plants a private key in every request and answer, and looks for it in all that the SDK tells.</summary>
public class PrivateKeySecrecyTests
{
    private const string Secret = "hunter2";
    private const string Private = $"-----BEGIN RSA PRIVATE KEY-----\n{Secret}\n-----END RSA PRIVATE KEY-----\n";

    private static readonly NewKeypair Definition = NewKeypair.FromKeys("k", "ssh-rsa AAAA", Private);
    private static readonly string Quoted = JsonSerializer.Serialize(Private);

    [Fact]
    public void Private_keys_are_not_printed()
    {
        Assert.Equal($"Keypair k ({TestClient.Uuid}, 99:1e)", new Keypair { Uuid = TestClient.Uuid, Name = "k", Fingerprint = "99:1e", PrivateKey = Private }.ToString());
        Assert.Equal("NewKeypair k (both keys)", Definition.ToString());
        Assert.Equal("NewKeypair k (public key)", NewKeypair.FromPublicKey("k", "ssh-rsa AAAA").ToString());
        Assert.Equal("NewKeypair k (ed25519)", NewKeypair.Generate("k", KeypairAlgorithm.Ed25519).ToString());
    }

    [Fact]
    public async Task Private_keys_are_not_logged()
    {
        using var log = new RecordingLoggerFactory();
        var keypair = $$"""{"uuid":"{{TestClient.Uuid}}","name":"k","new_private":{"text":{{Quoted}},"status":"ok"},"private_key":{{Quoted}} }""";
        var client = TestClient.Create(new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects":[{{keypair}}]}""" : keypair)), o =>
        {
            o.LoggerFactory = log;
            o.LogBodies = true;
        });

        var made = await client.Keypairs.CreateAsync(Definition);
        await client.Keypairs.UpdateAsync(made with { Name = "n" });

        Assert.Equal(Private, made.PrivateKey);
        Assert.Equal(4, log.Entries.Count(static e => e.Contains("\"private_key\":\"***\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Entries, static e => e.Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>Answers that are errors, or that cannot be understood. KEY stands for the private key as a JSON text.</summary>
    [Theory]
    [InlineData(HttpStatusCode.OK, """{"private_key":KEY,"uuid":"no uuid"}""")]
    [InlineData(HttpStatusCode.OK, """{"uuid":5,"private_key":KEY}""")]
    [InlineData(HttpStatusCode.OK, """{"key":KEY,"uuid":5}""")]
    [InlineData(HttpStatusCode.OK, """{"private_key":KEY""")]
    [InlineData(HttpStatusCode.OK, """{"private_key":[KEY]}""")]
    [InlineData(HttpStatusCode.OK, """[{"private_key":KEY}]""")]
    [InlineData(HttpStatusCode.OK, "KEY")]
    [InlineData(HttpStatusCode.BadRequest, """[{"error_type":"validation","error_message":KEY,"error_point":"private_key"}]""")]
    [InlineData(HttpStatusCode.BadRequest, """{"private_key":KEY}""")]
    [InlineData(HttpStatusCode.BadGateway, "<html>KEY</html>")]
    public async Task Private_keys_are_in_no_exception(HttpStatusCode status, string body)
    {
        using var log = new RecordingLoggerFactory();
        var client = TestClient.Create(new FakeHandler(_ => FakeHandler.Json(body.Replace("KEY", Quoted, StringComparison.Ordinal), status)), o =>
        {
            o.LoggerFactory = log;
            o.LogBodies = true;
        });

        var error = await Assert.ThrowsAnyAsync<CloudSigmaException>(() => client.Keypairs.GetAsync(TestClient.Uuid));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        if (error is CloudSigmaApiException api) Assert.DoesNotContain(Secret, api.Body + string.Concat(api.Errors), StringComparison.Ordinal);
        Assert.NotEmpty(log.Entries);
        Assert.DoesNotContain(log.Entries, static e => e.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"objects":[{"private_key":KEY,"uuid":5}]}""")]
    [InlineData("""{"objects":[{"uuid":"3d504199-6bac-4612-a19e-691c9c6c6728","private_key":KEY},{"other":KEY,"uuid":""}]}""")]
    [InlineData("""{"objects":[{"private_key":KEY}{}]}""")]
    [InlineData("""{"objects":KEY}""")]
    public async Task Private_keys_are_in_no_exception_of_a_list(string body)
    {
        var client = TestClient.Create(new FakeHandler(body.Replace("KEY", Quoted, StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => client.Keypairs.ListAsync().ReadAllAsync());

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }
}
