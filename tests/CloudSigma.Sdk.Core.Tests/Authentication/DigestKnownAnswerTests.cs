// Answers that others have published: the guide's example and those of the RFCs.
using CloudSigma.Sdk.Core.Authentication;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class DigestKnownAnswerTests
{
    private const string RfcOpaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";

    private static DigestChallenge Challenge(string header)
    {
        Assert.True(DigestChallenge.TryCreate(Assert.Single(AuthHeaderParser.ParseChallenges(header)), out var challenge, out var reason), reason);
        return challenge;
    }

    private static string Sign(string header, string user, string password, string clientNonce, string uri) =>
        new DigestSession(Challenge(header), user, password, clientNonce).Sign("GET", uri, out _);

    [Fact]
    public static void The_documented_request_is_made_with_its_quotes_and_order() => Assert.Equal(
        "Digest username=\"user.email@domain.tld\", realm=\"users\", nonce=\"1363188235.48:54A3:135f43a8227a1ca54c91da95b0111802\", uri=\"/api/2.0/servers/\", "
        + "cnonce=\"MDI4Nzcx\", nc=00000001, qop=auth, response=\"06238b01fabaeea8d7923c502a037bb5\", opaque=\"d7d89a75f4f6e3044626c6c251456e6b401401e7\", algorithm=\"MD5\"",
        Sign(
            "Digest nonce=\"1363188235.48:54A3:135f43a8227a1ca54c91da95b0111802\", realm=\"users\", algorithm=\"MD5\", opaque=\"d7d89a75f4f6e3044626c6c251456e6b401401e7\", qop=\"auth\"",
            "user.email@domain.tld", "pass123", "MDI4Nzcx", "/api/2.0/servers/"));

    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public static void The_example_of_RFC_7616_is_answered(string algorithm, string response)
    {
        var header = Sign(
            $"Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm={algorithm}, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"{RfcOpaque}\"",
            "Mufasa", "Circle of Life", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "/dir/index.html");

        Assert.Contains($"response=\"{response}\"", header, StringComparison.Ordinal);
        Assert.Contains($"opaque=\"{RfcOpaque}\"", header, StringComparison.Ordinal);
        Assert.EndsWith($", algorithm={algorithm}", header, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_example_of_RFC_2617_is_answered() => Assert.Contains(
        "response=\"6629fae49393a05397450978507c4ef1\"",
        Sign("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", "Mufasa", "Circle Of Life", "0a4f113b", "/dir/index.html"),
        StringComparison.Ordinal);

    [Fact]
    public static void The_old_form_without_qop_is_answered_as_RFC_2069_says()
    {
        var header = Sign("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", "Mufasa", "CircleOfLife", "x", "/dir/index.html");

        Assert.Contains("response=\"1949323746fe6a43ef61f9606e7febea\"", header, StringComparison.Ordinal);
        Assert.DoesNotContain("nc=", header, StringComparison.Ordinal);
        Assert.DoesNotContain("cnonce", header, StringComparison.Ordinal);
        Assert.DoesNotContain("algorithm", header, StringComparison.Ordinal);
    }

    [Fact]
    public static void Each_request_has_the_next_number()
    {
        var session = new DigestSession(Challenge("Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), "u", "p", "c");
        var first = session.Sign("GET", "/", out var one);
        var second = session.Sign("GET", "/", out var two);

        Assert.Equal((1u, 2u), (one, two));
        Assert.Contains("nc=00000001", first, StringComparison.Ordinal);
        Assert.Contains("nc=00000002", second, StringComparison.Ordinal);
    }

    [Fact]
    public static void Quotes_and_backslashes_are_escaped()
    {
        var header = Sign("Digest realm=\"a \\\"b\\\" \\\\c\", nonce=\"n\\\"1\", qop=\"auth\"", "us\"er\\x", "p", "c", "/");

        Assert.StartsWith("Digest username=\"us\\\"er\\\\x\", realm=\"a \\\"b\\\" \\\\c\", nonce=\"n\\\"1\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_name_beyond_ASCII_is_sent_percent_encoded()
    {
        var header = Sign("Digest realm=\"r\", nonce=\"n\", qop=\"auth\", charset=UTF-8", "Jäsøn Doe", "Secret, or not?", "c", "/");

        Assert.StartsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, realm=", header, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_server_that_wants_it_gets_the_hash_of_the_name()
    {
        // The hash is SHA-256 of "Mufasa:r".
        var header = Sign("Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256, userhash=true", "Mufasa", "p", "c", "/");

        Assert.StartsWith($"Digest username=\"{DigestServer.Hash("SHA-256", "Mufasa:r")}\", realm=", header, StringComparison.Ordinal);
        Assert.EndsWith(", userhash=true", header, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_long_address_is_hashed_whole()
    {
        var uri = "/" + new string('x', 5000);
        var header = Sign("Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256", "u", "p", "c", uri);
        var expected = DigestServer.Hash("SHA-256", $"{DigestServer.Hash("SHA-256", "u:r:p")}:n:00000001:c:auth:{DigestServer.Hash("SHA-256", "GET:" + uri)}");

        Assert.Contains($"response=\"{expected}\"", header, StringComparison.Ordinal);
    }
}
