using CloudSigma.Sdk.Core.Errors;

namespace CloudSigma.Sdk.Core.Tests.Http;

public class SecretRedactorTests
{
    [Theory]
    [InlineData("""{"error_message": "wrong: {\"vnc_password\": \"hunter2\"}"}""")]
    [InlineData("""{"error_message": "wrong: {\"vnc_password\": \"hun\\\"hunter2\"}"}""")]
    [InlineData("""{"vnc_password": ["x", "hunter2"]}""")]
    [InlineData("""{"vnc_password": {"value": "hunter2"}}""")]
    [InlineData("{'vnc_password': 'hunter2'}")]
    [InlineData("""{"access_token": "hunter2", "client_secret": "hunter2"}""")]
    [InlineData("""{"password": "a\"hunter2""")]
    [InlineData("""{"otp": 1234567, "password" : "hunter2""")]
    [InlineData("Not a key: -----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----\nend")]
    [InlineData("""{"error_message": "not a key: -----BEGIN OPENSSH PRIVATE KEY-----\\nhunter2\\n-----END OPENSSH PRIVATE KEY-----"}""")]
    [InlineData("""{"wrong": "-----BEGIN PRIVATE KEY-----\nhunter2""")]
    [InlineData("""{"private_key": "-----BEGIN PRIVATE KEY-----\nhunter2""")]
    public void Secrets_in_any_form_are_taken_out(string text)
    {
        var redacted = SecretRedactor.Redact(text);

        Assert.DoesNotContain("hunter2", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_secret_stays() =>
        Assert.Equal("""{"name":"a","password":"***","size":5}""", SecretRedactor.Redact("""{"name":"a","password":"b","size":5}"""));

    [Fact]
    public void What_follows_a_private_key_stays() => Assert.Equal(
        "a *** b *** c",
        SecretRedactor.Redact("a -----BEGIN RSA PRIVATE KEY-----\nx\n-----END RSA PRIVATE KEY----- b -----BEGIN PRIVATE KEY-----y-----END PRIVATE KEY----- c"));

    [Fact]
    public void A_public_key_stays() => Assert.Equal("-----BEGIN PUBLIC KEY-----x-----END PUBLIC KEY-----", SecretRedactor.Redact("-----BEGIN PUBLIC KEY-----x-----END PUBLIC KEY-----"));
}
