// Credentials from outside of the program.
namespace CloudSigma.Sdk;

/// <summary>Makes credentials from the sources that this SDK knows by name. Those made in code are on <see cref="CloudSigmaCredential"/>.</summary>
public static class CloudSigmaCredentials
{
    /// <summary>Makes a credential from <c>CLOUDSIGMA_TOKEN</c> (Bearer), or from <c>CLOUDSIGMA_USERNAME</c> and <c>CLOUDSIGMA_PASSWORD</c> (Basic).</summary>
    /// <returns>The credential.</returns>
    /// <exception cref="CredentialUnavailableException">The variables are not set, do not fit together, or have values that cannot be used.</exception>
    public static CloudSigmaCredential FromEnvironment() => FromEnvironment(EnvironmentSettings.OfProcess);

    internal static CloudSigmaCredential FromEnvironment(EnvironmentSettings environment) => environment.FindCredential()
        ?? throw new CredentialUnavailableException($"The environment has no credential: {EnvironmentSettings.CredentialNames} are not set.");
}
