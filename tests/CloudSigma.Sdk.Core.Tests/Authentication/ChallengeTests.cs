using System.Text;
using CloudSigma.Sdk.Core.Authentication;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class ChallengeTests
{
    private static readonly string[] Valid =
    [
        "Digest nonce=\"1363185031.81:FCF2:443b657bfd1a7340a0841c704d93a579\", realm=\"users\", algorithm=\"MD5\", opaque=\"d7d89a75f4f6e3044626c6c251456e6b401401e7\", qop=\"auth\"",
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", stale=true, userhash=true, charset=UTF-8",
        "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\", Digest realm=\"a\", nonce=\"b\"",
        "Negotiate YII+abc/d==, Basic realm=\"x\"",
    ];

    [Fact]
    public static void Several_challenges_in_one_header_are_told_apart()
    {
        var challenges = AuthHeaderParser.ParseChallenges("Newauth realm=\"apps\", type=1, title=\"Login, to \\\"apps\\\"\" , Negotiate , NTLM abc==, Basic realm=\"simple\"");

        Assert.Equal(["Newauth", "Negotiate", "NTLM", "Basic"], challenges.Select(c => c.Scheme));
        Assert.True(challenges[0].TryGet("TITLE", out var title));
        Assert.Equal("Login, to \"apps\"", title);
        Assert.Equal("abc==", challenges[2].Token68);
        Assert.True(challenges[3].TryGet("realm", out var realm));
        Assert.Equal("simple", realm);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",,, ")]
    [InlineData("=")]
    [InlineData("Digest realm=\"open")]
    [InlineData("Digest realm=\"ends in backslash\\")]
    [InlineData("Digest realm=\"a\" nonce=\"b\"")]
    [InlineData("Digest realm=\"a\", realm=\"b\", nonce=\"c\"")]
    [InlineData("Digest realm=, nonce=\"b\"")]
    [InlineData("Digest realm=\"a\r\nX: y\", nonce=\"b\"")]
    public static void A_header_against_the_grammar_gives_no_digest(string header) =>
        Assert.DoesNotContain(AuthHeaderParser.ParseChallenges(header), c => DigestChallenge.TryCreate(c, out _, out _));

    [Theory]
    [InlineData("Digest nonce=\"n\"", "no realm")]
    [InlineData("Digest realm=\"r\"", "no nonce")]
    [InlineData("Digest realm=\"r\", nonce=\"\"", "no nonce")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256", "'SHA-512-256' is not supported")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"", "'auth-int' is not supported")]
    [InlineData("Digest realm=\"caf\u00e9\", nonce=\"n\"", "cannot be sent back")]
    public static void A_challenge_that_cannot_be_answered_says_why(string header, string reason)
    {
        Assert.False(DigestChallenge.TryCreate(Assert.Single(AuthHeaderParser.ParseChallenges(header)), out _, out var why));
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_header_of_absurd_length_is_left_out()
    {
        Assert.Empty(AuthHeaderParser.ParseChallenges("Digest realm=\"" + new string('x', 100_000) + "\", nonce=\"n\""));
        Assert.True(AuthHeaderParser.ParseChallenges(string.Join(',', Enumerable.Repeat("Basic", 3000))).Count <= 32);
    }

    [Fact]
    public static void Damaged_challenges_never_do_more_than_be_refused()
    {
        var random = new Random(7616);
        const string Bytes = "\",=\\ \t\r\n\0;aZ09/é\u007f";
        var (answered, refused, unread) = (0, 0, 0);
        for (var i = 0; i < 100_000; i++)
        {
            var text = new StringBuilder(Valid[random.Next(Valid.Length)]);
            for (var edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0: text[at] = Bytes[random.Next(Bytes.Length)]; break;
                    case 1: text.Insert(at, Bytes[random.Next(Bytes.Length)]); break;
                    case 2: text.Remove(at, Math.Min(text.Length - at, random.Next(1, 12))); break;
                    default: text.Insert(at, text.ToString(0, random.Next(Math.Min(text.Length, 40)))); break;
                }
            }

            var challenges = AuthHeaderParser.ParseChallenges(text.ToString());
            AuthHeaderParser.ParseParameters(text.ToString());
            if (challenges.Count == 0) unread++;
            foreach (var challenge in challenges)
            {
                if (!DigestChallenge.TryCreate(challenge, out var digest, out var reason))
                {
                    Assert.NotEmpty(reason);
                    refused++;
                    continue;
                }

                var header = new DigestSession(digest, "user", "p", "c").Sign("GET", "/x", out _);
                Assert.True(header.All(static c => c is >= ' ' and < '\x7f'), header);
                answered++;
            }
        }

        // The damage is neither so small that all goes through nor so large that nothing does.
        Assert.True(answered > 1000 && refused > 1000 && unread > 100, $"{answered} answered, {refused} refused, {unread} unread");
    }
}
