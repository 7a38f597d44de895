// Reads the settings from environment variables.
namespace CloudSigma.Sdk;

/// <param name="read">Reads a variable; null when it is not set.</param>
internal sealed class EnvironmentSettings(Func<string, string?> read)
{
    private const string Username = "CLOUDSIGMA_USERNAME";
    private const string Password = "CLOUDSIGMA_PASSWORD";
    private const string Token = "CLOUDSIGMA_TOKEN";
    private const string Location = "CLOUDSIGMA_LOCATION";
    private const string Endpoint = "CLOUDSIGMA_ENDPOINT";

    /// <value>What is looked at for a credential, for messages.</value>
    public const string CredentialNames = $"{Token}, {Username}, {Password}";

    /// <value>What is looked at for the address, for messages.</value>
    public const string LocationNames = $"{Location}, {Endpoint}";

    public static EnvironmentSettings OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The credential; null when no variable for it is set.</summary>
    /// <exception cref="CredentialUnavailableException">The variables do not fit together, or one has a value that cannot be used.</exception>
    public CloudSigmaCredential? FindCredential()
    {
        var (username, password, token) = (Read(Username), Read(Password), Read(Token));
        if (username is null && password is null && token is null) return null;
        if (token is not null && (username ?? password) is not null)
            throw new CredentialUnavailableException($"The environment has {Token} and also {(username is null ? Password : Username)}. Set the token, or user name and password, but not both.");
        try
        {
            if (token is not null) return CloudSigmaCredential.Bearer(token);
            if (username is null) throw new CredentialUnavailableException($"The environment variable {Username} is not set, although {Password} is.");
            if (password is null) throw new CredentialUnavailableException($"The environment variable {Password} is not set, although {Username} is '{username}'.");
            return CloudSigmaCredential.Basic(username, password);
        }
        catch (ArgumentException e)
        {
            throw new CredentialUnavailableException($"The environment variables {(token is not null ? Token : $"{Username} and {Password}")} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Sets the address, if a variable names it.</summary>
    /// <exception cref="CredentialUnavailableException">A variable has a value that cannot be used.</exception>
    public void ApplyLocation(CloudSigmaClientOptions options)
    {
        try
        {
            if (Read(Location) is { } location) options.Location = new CloudSigmaLocation(location);
            if (Read(Endpoint) is { } endpoint) options.Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new CredentialUnavailableException($"The environment variables {LocationNames} cannot be used: {e.Message}", e);
        }
    }

    // A variable that is set to nothing counts as not set, as shells do.
    private string? Read(string name) => read(name) is { Length: > 0 } value ? value : null;
}
