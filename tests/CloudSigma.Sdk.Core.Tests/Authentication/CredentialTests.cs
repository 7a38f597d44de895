using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class CredentialTests
{
    private static readonly Dictionary<string, Func<string, string, CloudSigmaCredential>> Schemes = new()
    {
        ["Basic"] = CloudSigmaCredential.Basic,
        ["Digest"] = (user, password) => CloudSigmaCredential.Digest(user, password),
        ["Session"] = (user, password) => CloudSigmaCredential.Session(user, password),
    };

    public static TheoryData<string> SchemeNames => [.. Schemes.Keys];

    [Theory]
    [MemberData(nameof(SchemeNames))]
    public static void Bad_user_names_and_passwords_are_refused_without_showing_the_secret(string scheme)
    {
        foreach (var user in new[] { "", " ", "a\r\nX-Evil: 1", "a\0", "a\ud800" })
            Assert.DoesNotContain("hunter2", Assert.ThrowsAny<ArgumentException>(() => Schemes[scheme](user, "hunter2")).ToString(), StringComparison.Ordinal);
        foreach (var password in new[] { "hunter2\n", "hunter2\r\nX-Evil: 1", "hunter2\0", "hunter2\ud800" })
            Assert.DoesNotContain("hunter2", Assert.Throws<ArgumentException>(() => Schemes[scheme]("user", password)).ToString(), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentNullException>(() => Schemes[scheme](null!, "x"));
        Assert.ThrowsAny<ArgumentNullException>(() => Schemes[scheme]("user", null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hunter2\r\nX-Evil: 1")]
    [InlineData("hunter2 hunter2")]
    [InlineData("hunter2é")]
    [InlineData("==")]
    public static void A_bad_token_is_refused_without_showing_it(string token) =>
        Assert.DoesNotContain("hunter2", Assert.Throws<ArgumentException>(() => CloudSigmaCredential.Bearer(token)).ToString(), StringComparison.Ordinal);

    [Fact]
    public static void A_colon_in_the_name_is_refused_where_the_scheme_cannot_carry_it()
    {
        Assert.Contains("colon", Assert.Throws<ArgumentException>(() => CloudSigmaCredential.Basic("a:b", "p")).Message, StringComparison.Ordinal);
        Assert.Contains("colon", Assert.Throws<ArgumentException>(() => CloudSigmaCredential.Digest("a:b", "p")).Message, StringComparison.Ordinal);
        CloudSigmaCredential.Session("a:b", "p");
    }

    [Fact]
    public static async Task A_password_beyond_ASCII_is_sent_as_UTF8()
    {
        var handler = new FakeHandler("{}");
        await AuthenticatedClient.Create(handler, CloudSigmaCredential.Basic("jäsøn", "pässwörd🔑:x")).GetAsync();

        var sent = Encoding.UTF8.GetString(Convert.FromBase64String(handler.Requests[0].Headers["Authorization"]["Basic ".Length..]));
        Assert.Equal("jäsøn:pässwörd🔑:x", sent);
    }

    [Fact]
    public static async Task A_token_is_sent_as_it_is()
    {
        var handler = new FakeHandler("{}");
        await AuthenticatedClient.Create(handler, CloudSigmaCredential.Bearer("abc-._~+/1==")).GetAsync();

        Assert.Equal("Bearer abc-._~+/1==", handler.Requests[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("basic", "The user name or the password is wrong")]
    [InlineData("bearer", "The token is wrong, has expired, or belongs to another location")]
    public static async Task A_refused_header_is_one_error_after_one_request(string scheme, string hint)
    {
        var handler = new FakeHandler(_ => DigestServer.Refusal("Basic realm=\"users\""));
        var credential = scheme == "basic" ? CloudSigmaCredential.Basic("user", "hunter2") : CloudSigmaCredential.Bearer("hunter2");

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, credential).GetAsync());

        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public static void No_credential_shows_its_secret()
    {
        CloudSigmaCredential[] all =
        [
            CloudSigmaCredential.Basic("user", "hunter2"), CloudSigmaCredential.Digest("user", "hunter2"), CloudSigmaCredential.Session("user", "hunter2"),
            CloudSigmaCredential.Bearer("hunter2"), CloudSigmaCredential.FromCallback(_ => throw new InvalidOperationException("hunter2")),
        ];
        foreach (var credential in all)
        {
            var type = credential.GetType();
            Assert.Contains("redential", credential.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("user", credential.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", credential.ToString(), StringComparison.Ordinal);
            Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: true)?.Value);
            Assert.DoesNotContain(type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), p => p.PropertyType == typeof(string) && p.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never);
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(string) && f.Name != "_username"))
                Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State);
        }
    }
}
