// Settings from outside of the program.
using Microsoft.Extensions.Configuration;

namespace CloudSigma.Sdk;

public sealed partial class CloudSigmaClientOptions
{
    /// <summary>Makes settings from the environment: the credential of <see cref="CloudSigmaCredentials.FromEnvironment()"/>, and <c>CLOUDSIGMA_LOCATION</c> or <c>CLOUDSIGMA_ENDPOINT</c>.</summary>
    /// <returns>The settings, which can still be changed. Without one of the last two variables the location is still to be set.</returns>
    /// <exception cref="CredentialUnavailableException">The variables of the credential are not set, or a variable has a value that cannot be used.</exception>
    public static CloudSigmaClientOptions FromEnvironment() => FromEnvironment(EnvironmentSettings.OfProcess);

    /// <summary>Makes settings from the configuration file of the official Python client.</summary>
    /// <remarks>
    /// Lines of <c>key = value</c>: <c>api_endpoint</c>, <c>username</c>, <c>password</c>, <c>login_method</c> (<c>basic</c> or <c>session</c>). Other keys, such as <c>ws_endpoint</c>, are
    /// left alone. Values may have quotes, and need them when a blank with <c>#</c> behind it belongs to them. What follows the first <c>[section]</c> is not read.
    /// </remarks>
    /// <param name="path">The file; a leading <c>~/</c> is the home folder. Null is <c>~/.cloudsigma.conf</c>.</param>
    /// <param name="onWarning">Is told when other users of the machine can read or change the file; null for nobody.</param>
    /// <returns>The settings, which can still be changed.</returns>
    /// <exception cref="CredentialUnavailableException">The file cannot be read, has no credential, or has a value that cannot be used.</exception>
    public static CloudSigmaClientOptions FromFile(string? path = null, Action<string>? onWarning = null)
    {
        var file = ConfigurationFile.Read(ConfigurationFile.Expand(path), onWarning);
        var options = new CloudSigmaClientOptions
        {
            Credential = file.FindCredential() ?? throw new CredentialUnavailableException($"The file '{file.Path}' has no credential: username and password are not set."),
        };
        file.ApplyEndpoint(options);
        return options;
    }

    /// <summary>Makes settings from the first source that has them: the section, the environment, the file of the official Python client.</summary>
    /// <remarks>
    /// The credential and the address are looked for on their own, each in this order. A source that has only half of a credential, or a value that cannot be used, is an error and
    /// not passed over. All other settings come from the section.
    /// </remarks>
    /// <param name="section">The section, e.g. <c>configuration.GetSection("CloudSigma")</c>; null for none.</param>
    /// <param name="path">The file, as in <see cref="FromFile"/>.</param>
    /// <param name="onWarning">Is told when other users of the machine can read or change the file; null for nobody.</param>
    /// <returns>The settings, which can still be changed.</returns>
    /// <exception cref="CredentialUnavailableException">No source has a credential, or none an address. The message names all that was looked at.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The section has a value that cannot be used.</exception>
    public static CloudSigmaClientOptions FromDefaults(IConfiguration? section = null, string? path = null, Action<string>? onWarning = null) =>
        SettingsChain.Resolve(section, EnvironmentSettings.OfProcess, ConfigurationFile.Expand(path), onWarning);

    internal static CloudSigmaClientOptions FromEnvironment(EnvironmentSettings environment)
    {
        var options = new CloudSigmaClientOptions { Credential = CloudSigmaCredentials.FromEnvironment(environment) };
        environment.ApplyLocation(options);
        return options;
    }
}
