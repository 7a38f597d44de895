// Digest authentication: challenge, algorithms, life of a nonce, replay and the answer of the server.
using System.Net;
using System.Text.RegularExpressions;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class DigestTests
{
    private const string Path = "/api/2.0/drives/";

    public abstract class DigestTest : EmulatorTest
    {
        protected EmulatorAccount Account => Cloud.Accounts[0];

        protected async Task<Answer> CallAsync(string? authorization, string method = "GET", string path = Path)
        {
            using var client = NewClient(Cloud, account: null);
            if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
            return await SendAsync(client, method, path);
        }

        protected async Task<DigestCaller> ChallengedAsync(int index = 0) =>
            DigestCaller.From((await CallAsync(null)).Refused(401, "permission"), Account, index);
    }

    public sealed class Documented : DigestTest
    {
        [Fact]
        public void The_test_client_gives_the_documented_response()
        {
            var caller = new DigestCaller("user.email@domain.tld", "pass123", "1363188235.48:54A3:135f43a8227a1ca54c91da95b0111802", "");
            Assert.Equal("06238b01fabaeea8d7923c502a037bb5", caller.Response("GET", "/api/2.0/servers/", "00000001"));
        }

        [Fact]
        public async Task The_challenge_has_the_documented_form_and_basic_follows_in_a_header_of_its_own()
        {
            var refusal = await CallAsync(null);
            var challenges = refusal.Message.Headers.WwwAuthenticate.Select(static value => value.ToString()).ToArray();
            Assert.Equal(2, challenges.Length);
            Assert.Matches(
                new Regex("^Digest nonce=\"1767323045\\.00:[0-9A-F]{4}:[0-9a-f]{32}\", realm=\"users\", algorithm=\"MD5\", opaque=\"[0-9a-f]{40}\", qop=\"auth\"$"),
                challenges[0]);
            Assert.Equal("Basic realm=\"users\"", challenges[1]);
        }

        [Fact]
        public async Task The_right_response_is_let_in_and_the_server_proves_that_it_knows_the_password()
        {
            var caller = await ChallengedAsync();
            var answer = (await CallAsync(caller.Header("GET", Path))).Is(200);
            var info = answer.Message.Headers.GetValues("Authentication-Info").Single();
            Assert.Equal(caller.Response("", Path, "00000001"), DigestCaller.Value(info, "rspauth"));
            Assert.Equal("00000001", DigestCaller.Value(info, "nc"));
            Assert.Null(DigestCaller.Value(info, "nextnonce"));
            Assert.Equal(("digest", "user@example.com"), (Cloud.Requests[^1].Scheme, Cloud.Requests[^1].Account));
        }

        [Fact]
        public async Task The_query_is_part_of_the_uri()
        {
            var caller = await ChallengedAsync();
            (await CallAsync(caller.Header("GET", Path + "?limit=1&name=a%20b"), path: Path + "?limit=1&name=a%20b")).Is(200);
            (await CallAsync(caller.Header("GET", Path, 2), path: Path + "?limit=1")).Refused(400, "validation", "uri");
        }

        [Fact]
        public async Task A_wrong_response_is_refused_and_is_not_called_stale()
        {
            var caller = await ChallengedAsync();
            string[] wrong =
            [
                caller.Header("GET", Path, response: new string('0', 32)),
                (caller with { Password = "wrong" }).Header("GET", Path),
                (caller with { User = "nobody@example.com" }).Header("GET", Path),
                (caller with { Realm = "others" }).Header("GET", Path),
                (caller with { Opaque = "other" }).Header("GET", Path),
                (caller with { Qop = null }).Header("GET", Path),
                (caller with { Qop = "auth-int" }).Header("GET", Path),
                (caller with { Algorithm = "SHA-256" }).Header("GET", Path),
                caller.Header("POST", Path),
                caller.Header("GET", Path).Replace("nc=00000001", "nc=1", StringComparison.Ordinal),
                caller.Header("GET", Path).Replace("realm=", "realm=\"users\", realm=", StringComparison.Ordinal),
                "Digest",
                "Digest username",
                "Digest username=\"x",
            ];
            foreach (var header in wrong)
            {
                var refusal = (await CallAsync(header)).Refused(401, "permission");
                Assert.All(DigestCaller.Challenges(refusal), static challenge => Assert.DoesNotContain("stale", challenge, StringComparison.Ordinal));
                Assert.Single(Cloud.Requests[^1].Warnings);
            }

            (await CallAsync(caller.Header("GET", Path))).Is(200);
        }

        [Fact]
        public async Task A_count_may_be_used_once_and_in_any_order()
        {
            var caller = await ChallengedAsync();
            foreach (var count in (uint[])[3, 1, 2, uint.MaxValue]) (await CallAsync(caller.Header("GET", Path, count))).Is(200);
            var replay = (await CallAsync(caller.Header("GET", Path, 2))).Refused(401, "permission");
            Assert.Equal("true", DigestCaller.Value(DigestCaller.Challenges(replay)[0], "stale"));
            (await CallAsync(DigestCaller.From(replay, Account).Header("GET", Path))).Is(200);
        }

        [Fact]
        public async Task A_nonce_expires_in_emulator_time_and_is_then_stale()
        {
            var caller = await ChallengedAsync();
            Wait(299.9);
            (await CallAsync(caller.Header("GET", Path))).Is(200);
            Wait(0.1);
            var late = (await CallAsync(caller.Header("GET", Path, 2))).Refused(401, "permission");
            Assert.Equal("true", DigestCaller.Value(DigestCaller.Challenges(late)[0], "stale"));
            var wrong = await CallAsync((caller with { Password = "wrong" }).Header("GET", Path, 3));
            Assert.Null(DigestCaller.Value(DigestCaller.Challenges(wrong)[0], "stale"));
        }

        [Fact]
        public async Task Many_requests_at_once_share_a_nonce()
        {
            var caller = await ChallengedAsync();
            var answers = await Task.WhenAll(Enumerable.Range(1, 200).Select(count => CallAsync(caller.Header("GET", Path, (uint)count))));
            Assert.All(answers, static answer => answer.Is(200));
        }

        [Fact]
        public async Task A_hashed_name_and_an_extended_name_are_accepted()
        {
            var caller = await ChallengedAsync();
            (await CallAsync((caller with { UserHash = true }).Header("GET", Path, 1))).Is(200);
            (await CallAsync((caller with { ExtendedName = true }).Header("GET", Path, 2))).Is(200);
        }
    }

    public sealed class AllAlgorithms : DigestTest
    {
        private static readonly EmulatorAccount Foreign = new("jürgen@example.com", "pässwört:€");

        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Accounts = [Foreign];
            options.Authentication = new()
            {
                BasicFirst = true,
                OfferUserHash = true,
                SendNextNonce = true,
                NonceLifetime = TimeSpan.FromSeconds(10),
                DigestAlgorithms =
                [
                    EmulatorDigestAlgorithm.Sha256Session, EmulatorDigestAlgorithm.Sha256, EmulatorDigestAlgorithm.Md5Session, EmulatorDigestAlgorithm.Md5,
                ],
            };
        }

        [Theory]
        [InlineData(0, "SHA-256-sess")]
        [InlineData(1, "SHA-256")]
        [InlineData(2, "MD5-sess")]
        [InlineData(3, "MD5")]
        public async Task Each_has_a_challenge_and_is_accepted(int index, string algorithm)
        {
            var caller = await ChallengedAsync(index);
            Assert.Equal(algorithm, caller.Algorithm);
            (await CallAsync((caller with { ExtendedName = true }).Header("GET", Path, 1))).Is(200);
            (await CallAsync((caller with { UserHash = true }).Header("GET", Path, 2))).Is(200);
        }

        [Fact]
        public async Task Basic_can_come_first_and_the_challenge_can_ask_for_hashed_names()
        {
            var refusal = await CallAsync(null);
            Assert.Equal("Basic", refusal.Message.Headers.WwwAuthenticate.First().Scheme);
            Assert.All(DigestCaller.Challenges(refusal), static challenge => Assert.Equal("true", DigestCaller.Value(challenge, "userhash")));
        }

        [Fact]
        public async Task The_next_nonce_goes_on_when_the_first_one_has_expired()
        {
            var caller = await ChallengedAsync() with { UserHash = true };
            for (var i = 0; i < 5; i++)
            {
                var info = (await CallAsync(caller.Header("GET", Path))).Is(200).Message.Headers.GetValues("Authentication-Info").Single();
                Wait(9);
                caller = caller with { Nonce = DigestCaller.Value(info, "nextnonce")! };
            }
        }
    }

    public sealed class WithoutQop : DigestTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Authentication = new() { DigestQop = false, OfferBasic = false };

        [Fact]
        public async Task The_older_response_without_a_count_is_accepted_until_the_nonce_expires()
        {
            var refusal = await CallAsync(null);
            Assert.Single(refusal.Message.Headers.WwwAuthenticate);
            var caller = DigestCaller.From(refusal, Account);
            Assert.Null(caller.Qop);
            (await CallAsync(caller.Header("GET", Path))).Is(200);
            (await CallAsync(caller.Header("GET", Path))).Is(200);
            (await CallAsync((caller with { Qop = "auth" }).Header("GET", Path))).Refused(401, "permission");
        }
    }

    public sealed class Platform : DigestTest
    {
        [Theory]
        [InlineData(EmulatorDigestAlgorithm.Md5)]
        [InlineData(EmulatorDigestAlgorithm.Md5Session)]
        [InlineData(EmulatorDigestAlgorithm.Sha256)]
        [InlineData(EmulatorDigestAlgorithm.Sha256Session)]
        public async Task The_client_of_the_platform_gets_in_with_every_algorithm(EmulatorDigestAlgorithm algorithm)
        {
            await using var cloud = await CloudSigmaEmulator.StartAsync(new() { TimeProvider = Clock, Authentication = new() { DigestAlgorithms = [algorithm] } });
            var cache = new CredentialCache { { cloud.Endpoint, "Digest", new NetworkCredential("user@example.com", "secret") } };
            using var client = new HttpClient(new HttpClientHandler { Credentials = cache }) { BaseAddress = cloud.Endpoint };
            (await SendAsync(client, "GET", "drives/?limit=2")).Is(200);
            (await SendAsync(client, "POST", "drives/", NewDrive().ToJsonString())).Is(201);
        }
    }
}
