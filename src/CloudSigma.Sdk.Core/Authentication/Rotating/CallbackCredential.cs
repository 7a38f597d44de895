// A credential that the application gives anew when the server no longer takes the old one.
namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class CallbackCredential(Func<CancellationToken, ValueTask<CloudSigmaCredential>> ask) : CloudSigmaCredential
{
    public Func<CancellationToken, ValueTask<CloudSigmaCredential>> Ask { get; } = ask;

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) => new CallbackAuthenticator(this, context);

    public override string ToString() => "Credential from a callback";
}
