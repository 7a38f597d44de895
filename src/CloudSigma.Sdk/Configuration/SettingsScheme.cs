// The schemes that settings can name, and the credential that fits them.
namespace CloudSigma.Sdk;

internal static class SettingsScheme
{
    public const string Names = "'Basic', 'Digest', 'Session' or 'Bearer'";

    /// <summary>Makes the credential of a scheme with user name and password; null when the scheme is not one of them.</summary>
    public static CloudSigmaCredential? Create(string scheme, string username, string password) => scheme.ToUpperInvariant() switch
    {
        "BASIC" => CloudSigmaCredential.Basic(username, password),
        "DIGEST" => CloudSigmaCredential.Digest(username, password),
        "SESSION" => CloudSigmaCredential.Session(username, password),
        _ => null,
    };

    public static bool IsBearer(string scheme) => scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase);
}
