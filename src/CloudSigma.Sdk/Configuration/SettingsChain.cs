// The default chain of settings: an explicit section, the environment, the file of the official client.
using Microsoft.Extensions.Configuration;

namespace CloudSigma.Sdk;

internal static class SettingsChain
{
    /// <summary>Takes the credential and the address each from the first source that has it.</summary>
    /// <exception cref="CredentialUnavailableException">No source has one of them; the message names all that was looked at.</exception>
    public static CloudSigmaClientOptions Resolve(IConfiguration? section, EnvironmentSettings environment, string path, Action<string>? onWarning)
    {
        var options = new CloudSigmaClientOptions();
        if (section is not null) CloudSigmaClientConfiguration.Apply(section, options);
        options.Credential ??= environment.FindCredential();
        if (!HasAddress(options)) environment.ApplyLocation(options);
        var hasFile = false;
        if ((options.Credential is null || !HasAddress(options)) && (hasFile = File.Exists(path)))
        {
            var file = ConfigurationFile.Read(path, onWarning);
            options.Credential ??= file.FindCredential();
            if (!HasAddress(options)) file.ApplyEndpoint(options);
        }

        if (options.Credential is null)
            throw Missing("credential", "Token, Username, Password", EnvironmentSettings.CredentialNames, "username, password");
        if (!HasAddress(options))
            throw Missing("location", "Location, Endpoint", EnvironmentSettings.LocationNames, "api_endpoint");
        return options;

        CredentialUnavailableException Missing(string what, string keys, string variables, string fileKeys) => new(
            $"No {what} was found. Looked at: {Describe(section)} ({keys}: not set); the environment ({variables}: not set); "
            + $"the file '{path}' ({(hasFile ? $"{fileKeys}: not set" : "does not exist")}).");
    }

    private static bool HasAddress(CloudSigmaClientOptions options) => options.Location is not null || options.Endpoint is not null;

    private static string Describe(IConfiguration? section) => section switch
    {
        null => "the configuration section, of which none was given",
        IConfigurationSection { Path: var path } => $"the configuration section '{path}'",
        _ => "the configuration",
    };
}
