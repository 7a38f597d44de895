// Every scheme over sockets, counted by the log of the emulator.
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Authentication;

public class SchemeTests
{
    private const string Email = "user@example.com";
    private const string Password = "pässwörd \"1\"";

    private static Task<CloudSigmaEmulator> StartAsync(EmulatorAuthentication? authentication = null, string? code = null, string password = Password, TimeProvider? time = null) =>
        CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions
        {
            Accounts = [new EmulatorAccount(Email, password) { Token = "token-1", OneTimePassword = code }],
            Authentication = authentication ?? new EmulatorAuthentication(),
            TimeProvider = time ?? TimeProvider.System,
        });

    private static CloudSigmaClient Connect(CloudSigmaEmulator cloud, CloudSigmaCredential credential) =>
        new(new CloudSigmaClientOptions { Endpoint = cloud.Endpoint, Credential = credential, Retry = new RetryOptions { MaxRetries = 0 } });

    private static CloudSigmaCredential Credential(string scheme, string password = Password) => scheme switch
    {
        "basic" => CloudSigmaCredential.Basic(Email, password),
        "digest" => CloudSigmaCredential.Digest(Email, password),
        "session" => CloudSigmaCredential.Session(Email, password),
        _ => CloudSigmaCredential.Bearer(password == Password ? "token-1" : "token-2"),
    };

    private static int Count(CloudSigmaEmulator cloud, string query) => cloud.Requests.Count(r => r.Query == query);

    [Theory]
    [InlineData("basic", 0)]
    [InlineData("digest", 1)]
    [InlineData("session", 1)]
    [InlineData("bearer", 0)]
    public async Task After_the_first_request_each_one_is_a_single_round_trip(string scheme, int extra)
    {
        await using var cloud = await StartAsync();
        await using var client = Connect(cloud, Credential(scheme));
        await client.Profile.GetAsync();
        Assert.Equal(1 + extra, cloud.Requests.Count);
        cloud.ClearRequests();

        for (var i = 0; i < 20; i++) await client.Profile.GetAsync();
        var drive = await client.Drives.CreateAsync(new NewDrive { Name = "data", Size = ByteSize.GiB(10) });
        await client.Drives.UpdateAsync(drive with { Name = "more" });

        Assert.Equal(22, cloud.Requests.Count);
        Assert.All(cloud.Requests, r => Assert.Equal((scheme, Email), (r.Scheme, r.Account)));
        Assert.All(cloud.Requests, r => Assert.Empty(r.Warnings));
    }

    [Theory]
    [InlineData("basic", 1)]
    [InlineData("digest", 2)]
    [InlineData("session", 1)]
    [InlineData("bearer", 1)]
    public async Task A_wrong_secret_is_one_error_and_one_try(string scheme, int requests)
    {
        await using var cloud = await StartAsync();
        await using var client = Connect(cloud, Credential(scheme, "hunter2"));

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => client.Profile.GetAsync());

        Assert.Matches("The user name or the password is wrong|The token is wrong", error.Message);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(requests, cloud.Requests.Count);
    }

    [Theory]
    [InlineData(EmulatorDigestAlgorithm.Md5, true, false)]
    [InlineData(EmulatorDigestAlgorithm.Md5Session, true, true)]
    [InlineData(EmulatorDigestAlgorithm.Sha256, true, true)]
    [InlineData(EmulatorDigestAlgorithm.Sha256Session, true, false)]
    [InlineData(EmulatorDigestAlgorithm.Md5, false, false)]
    public async Task Every_form_of_digest_is_understood(EmulatorDigestAlgorithm algorithm, bool qop, bool userHash)
    {
        await using var cloud = await StartAsync(new EmulatorAuthentication
        {
            Schemes = EmulatorAuthenticationSchemes.Digest,
            DigestAlgorithms = [algorithm],
            DigestQop = qop,
            OfferUserHash = userHash,
        });
        await using var client = Connect(cloud, Credential("digest"));

        for (var i = 0; i < 5; i++) await client.Drives.ListAsync(new DriveFilter().NameContains("a,b \"c\"")).CountAsync();

        Assert.Equal(6, cloud.Requests.Count);
    }

    [Fact]
    public async Task A_nonce_given_in_advance_saves_the_challenge()
    {
        await using var cloud = await StartAsync(new EmulatorAuthentication { SendNextNonce = true, DigestAlgorithms = [EmulatorDigestAlgorithm.Md5, EmulatorDigestAlgorithm.Sha256Session] });
        await using var client = Connect(cloud, Credential("digest"));
        for (var i = 0; i < 10; i++) await client.Profile.GetAsync();

        Assert.Equal(11, cloud.Requests.Count);
    }

    [Fact]
    public async Task A_hundred_cold_requests_share_one_challenge()
    {
        await using var cloud = await StartAsync();
        await using var client = Connect(cloud, Credential("digest"));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => client.Profile.GetAsync())));

        Assert.Equal(101, cloud.Requests.Count);
        Assert.Single(cloud.Requests, r => r.Status == 401);
    }

    [Fact]
    public async Task An_expired_nonce_and_an_expired_session_are_renewed_unnoticed()
    {
        var time = new ManualTimeProvider();
        await using var cloud = await StartAsync(time: time);
        foreach (var (scheme, lifetime) in new[] { ("digest", TimeSpan.FromMinutes(6)), ("session", TimeSpan.FromDays(15)) })
        {
            await using var client = Connect(cloud, Credential(scheme));
            await client.Profile.GetAsync();
            cloud.ClearRequests();
            time.Advance(lifetime);

            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.Profile.GetAsync())));

            Assert.Equal(50, cloud.Requests.Count(r => r.Status == 200 && r.Path.EndsWith("/profile/", StringComparison.Ordinal)));
            Assert.Equal(scheme == "session" ? 1 : 0, Count(cloud, "?do=login"));
            Assert.InRange(cloud.Requests.Count, 51, 101);
        }
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_the_session_ends_with_the_client()
    {
        await using var cloud = await StartAsync(code: "123456");
        var asked = 0;
        await using (var client = Connect(cloud, CloudSigmaCredential.Session(Email, Password, new SessionOptions
        {
            OneTimePassword = _ =>
            {
                Interlocked.Increment(ref asked);
                return new ValueTask<string>("123456");
            },
        })))
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => client.Profile.GetAsync())));
        }

        Assert.Equal((1, 1, 1, 1), (asked, Count(cloud, "?do=login"), Count(cloud, "?do=verify_otp"), Count(cloud, "?do=logout")));
        Assert.Equal(23, cloud.Requests.Count);
    }

    [Fact]
    public async Task An_account_with_two_factors_tells_what_is_missing()
    {
        await using var cloud = await StartAsync(code: "123456");
        await using var client = Connect(cloud, Credential("session"));
        await Assert.ThrowsAsync<OneTimePasswordRequiredException>(() => client.Profile.GetAsync());
        await Assert.ThrowsAsync<AuthenticationException>(() => client.Profile.GetAsync());
        Assert.Single(cloud.Requests);

        await using var basic = Connect(cloud, Credential("basic"));
        Assert.Contains("two-factor", (await Assert.ThrowsAsync<PermissionDeniedException>(() => basic.Profile.GetAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_of_two_clients_are_apart()
    {
        await using var cloud = await StartAsync();
        await using var first = Connect(cloud, Credential("session"));
        await using var second = Connect(cloud, Credential("session"));
        await first.Profile.GetAsync();
        await second.Profile.GetAsync();
        await first.DisposeAsync();

        await second.Profile.GetAsync();
        Assert.Equal(2, Count(cloud, "?do=login"));
    }
}
