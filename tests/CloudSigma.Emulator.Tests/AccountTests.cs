// Tokens, registration, and which ways to sign in are open.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class AccountTests
{
    public sealed class Tokens : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Accounts =
        [
            EmulatorAccount.WellKnown, new("second@example.com", "secret") { Token = "tok-second" },
        ];

        [Theory]
        [InlineData("tok-second", 200)]
        [InlineData("tok-third", 401)]
        [InlineData("", 401)]
        public async Task A_token_stands_for_its_account_and_an_unknown_one_for_nobody(string token, int status)
        {
            using var client = NewClient(Cloud, account: null);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + token);
            var answer = (await SendAsync(client, "GET", "profile/")).Is(status);
            if (status == 200) Assert.Equal("second@example.com", (string?)answer.Json["email"]);
            else answer.Refused(401, "permission");
            Assert.Equal(status == 200 ? "bearer" : null, Cloud.Requests[^1].Scheme);
        }
    }

    public sealed class Registration : EmulatorTest
    {
        private Task<Answer> CreateAsync(string body) => SendAsync(new HttpClient { BaseAddress = Cloud.Endpoint }, "POST", "accounts/action/?do=create", body);

        [Theory]
        [InlineData("""{"email":"new@example.com","promo":null}""")]
        [InlineData("""{"email":"new@example.com","promo":"WELCOME"}""")]
        [InlineData("""{"email":"new@example.com"}""")]
        public async Task Everybody_can_register(string body)
        {
            var answer = (await CreateAsync(body)).Is(200);
            Assert.Equal(["success", "uuid"], answer.Object.Select(static member => member.Key));
            Assert.True((bool)answer.Json["success"]!);
            Assert.Equal(["user@example.com", "new@example.com"], Cloud.Accounts.Select(static account => account.Email));
            Assert.Contains(answer.Uuid, Cloud.Requests[^1].Created);
            using var client = NewClient(Cloud, Cloud.Accounts[1]);
            var profile = (await SendAsync(client, "GET", "profile/")).Is(200);
            Assert.Equal(("new@example.com", answer.Uuid), ((string?)profile.Json["email"], profile.Uuid));
            Assert.Empty((await SendAsync(client, "GET", "drives/")).Objects);
        }

        [Theory]
        [InlineData("{}", "email")]
        [InlineData("""{"email":1}""", "email")]
        [InlineData("""{"email":"nobody"}""", "email")]
        [InlineData("""{"email":"a:b@example.com"}""", "email")]
        [InlineData("""{"email":"USER@example.com"}""", "email")]
        [InlineData("""{"email":"new@example.com","promo":1}""", "promo")]
        public async Task Bad_and_taken_addresses_are_refused(string body, string point)
        {
            (await CreateAsync(body)).Refused(400, "validation", point);
            Assert.Single(Cloud.Accounts);
        }
    }

    public sealed class Schemes
    {
        [Theory]
        [InlineData(EmulatorAuthenticationSchemes.Basic, "basic", "Basic")]
        [InlineData(EmulatorAuthenticationSchemes.Digest, "digest", "Digest")]
        [InlineData(EmulatorAuthenticationSchemes.Session, "session", "")]
        [InlineData(EmulatorAuthenticationSchemes.Bearer, "bearer", "Bearer")]
        [InlineData(EmulatorAuthenticationSchemes.Digest | EmulatorAuthenticationSchemes.Bearer, "digest,bearer", "Digest")]
        [InlineData(EmulatorAuthenticationSchemes.All, "basic,digest,session,bearer", "Digest,Basic")]
        public async Task Only_what_is_switched_on_is_accepted_and_offered(EmulatorAuthenticationSchemes schemes, string accepted, string offered)
        {
            var account = new EmulatorAccount("user@example.com", "secret") { Token = "tok" };
            await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Accounts = [account], Authentication = new() { Schemes = schemes } });
            using var nobody = EmulatorTest.NewClient(cloud, account: null);
            var refusal = (await EmulatorTest.SendAsync(nobody, "GET", "drives/")).Refused(401, "permission");
            Assert.Equal(offered, string.Join(',', refusal.Message.Headers.WwwAuthenticate.Select(static value => value.Scheme)));

            var works = new List<string>();
            using var basic = EmulatorTest.NewClient(cloud, account);
            if ((await EmulatorTest.SendAsync(basic, "GET", "drives/")).Status == 200) works.Add("basic");
            if (offered.Contains("Digest", StringComparison.Ordinal))
            {
                using var digest = EmulatorTest.NewClient(cloud, account: null);
                digest.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", DigestCaller.From(refusal, account).Header("GET", "/api/2.0/drives/"));
                if ((await EmulatorTest.SendAsync(digest, "GET", "drives/")).Status == 200) works.Add("digest");
            }

            using var session = new SessionCaller(cloud);
            if ((await session.LoginAsync()).Status == 200 && (await session.SendAsync("GET", "drives/")).Status == 200) works.Add("session");
            using var bearer = EmulatorTest.NewClient(cloud, account: null);
            bearer.DefaultRequestHeaders.Authorization = new("Bearer", "tok");
            if ((await EmulatorTest.SendAsync(bearer, "GET", "drives/")).Status == 200) works.Add("bearer");
            Assert.Equal(accepted, string.Join(',', works));
        }
    }
}
