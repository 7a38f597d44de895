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
    public void Secrets_in_any_form_are_taken_out(string text)
    {
        var redacted = SecretRedactor.Redact(text);

        Assert.DoesNotContain("hunter2", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_secret_stays() =>
        Assert.Equal("""{"name":"a","password":"***","size":5}""", SecretRedactor.Redact("""{"name":"a","password":"b","size":5}"""));
}
