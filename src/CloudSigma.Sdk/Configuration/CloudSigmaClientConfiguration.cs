// Reads the settings from a configuration section, without reflection, with errors that name the key and the value.
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CloudSigma.Sdk;

internal static class CloudSigmaClientConfiguration
{
    public static void Apply(IConfiguration section, CloudSigmaClientOptions options)
    {
        if (section["Location"] is { Length: > 0 } location)
            options.Location = Read(section, "Location", location, "the code of a location, e.g. 'ZRH'", static text => new CloudSigmaLocation(text));
        if (section["Endpoint"] is { Length: > 0 } endpoint)
            options.Endpoint = Read(section, "Endpoint", endpoint, "an address, e.g. 'https://zrh.cloudsigma.com/api/2.0/'", static text => new Uri(text, UriKind.RelativeOrAbsolute));
        if (section["UploadEndpoint"] is { Length: > 0 } upload)
            options.UploadEndpoint = Read(section, "UploadEndpoint", upload, "an address, e.g. 'https://direct.zrh.cloudsigma.com/api/2.0/'", static text => new Uri(text, UriKind.RelativeOrAbsolute));
        if (section["PageSize"] is { Length: > 0 } pageSize)
            options.PageSize = Read(section, "PageSize", pageSize, "a whole number, e.g. '100'", static text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        if (section["PrefetchPages"] is { Length: > 0 } prefetch)
            options.PrefetchPages = Read(section, "PrefetchPages", prefetch, "'true' or 'false'", bool.Parse);
        if (section["RequestTimeout"] is { Length: > 0 } timeout)
            options.RequestTimeout = Read(section, "RequestTimeout", timeout, "a time, e.g. '00:01:40'", ReadTime);
        if (section["TotalTimeout"] is { Length: > 0 } total)
            options.TotalTimeout = Read(section, "TotalTimeout", total, "a time, e.g. '00:10:00'", ReadTime);
        if (section["MaxRetries"] is { Length: > 0 } retries)
            options.Retry = options.Retry with { MaxRetries = Read(section, "MaxRetries", retries, "a whole number, e.g. '3'", static text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) };
        if (section["LogBodies"] is { Length: > 0 } bodies)
            options.LogBodies = Read(section, "LogBodies", bodies, "'true' or 'false'", bool.Parse);
        if (section["OperationTimeout"] is { Length: > 0 } operation)
            options.Polling = options.Polling with { Timeout = Read(section, "OperationTimeout", operation, "a time, e.g. '01:00:00'", ReadTime) };
        if (section["AllowInsecureEndpoint"] is { Length: > 0 } insecure)
            options.AllowInsecureEndpoint = Read(section, "AllowInsecureEndpoint", insecure, "'true' or 'false'", bool.Parse);
        if (section["ApplicationName"] is { Length: > 0 } application) options.ApplicationName = application;
        ApplyCredential(section, options);
    }

    private static void ApplyCredential(IConfiguration section, CloudSigmaClientOptions options)
    {
        var (username, password, token, scheme) = (Text(section, "Username"), Text(section, "Password"), Text(section, "Token"), Text(section, "Scheme"));
        if (username is null && password is null && token is null && scheme is null) return;
        if (scheme is null && token is not null && (username ?? password) is not null)
            throw Fault(section, "Scheme", $"is missing, although Token and {(username is null ? "Password" : "Username")} are both set. Set it to {SettingsScheme.Names}.");
        if (scheme is null ? token is not null : SettingsScheme.IsBearer(scheme))
        {
            options.Credential = Create(section, "Token", () => CloudSigmaCredential.Bearer(token ?? throw Fault(section, "Token", "is missing, although Scheme is 'Bearer'.")));
            return;
        }

        if (username is null) throw Fault(section, "Username", $"is missing, although {(password is null ? "Scheme" : "Password")} is set. Set it to the e-mail address of the account.");
        if (password is null) throw Fault(section, "Password", $"is missing, although Username is '{username}'.");
        options.Credential = Create(section, $"Username or {Path(section, "Password")}", () => SettingsScheme.Create(scheme ?? "Basic", username, password)
            ?? throw Fault(section, "Scheme", $"is '{scheme}', but has to be {SettingsScheme.Names}."));
    }

    private static CloudSigmaCredential Create(IConfiguration section, string keys, Func<CloudSigmaCredential> create)
    {
        try
        {
            return create();
        }
        catch (ArgumentException e)
        {
            throw Fault(section, keys, $"cannot be used: {e.Message}");
        }
    }

    private static string? Text(IConfiguration section, string key) => section[key] is { Length: > 0 } text ? text : null;

    // "100" would be 100 days; that is never meant.
    private static TimeSpan ReadTime(string text) => text.Contains(':', StringComparison.Ordinal)
        ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
        : throw new FormatException("A time has colons.");

    private static T Read<T>(IConfiguration section, string key, string text, string expected, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw Fault(section, key, $"is '{text}', but has to be {expected}.");
        }
    }

    private static OptionsValidationException Fault(IConfiguration section, string key, string fault) =>
        new(Path(section, key), typeof(CloudSigmaClientOptions), [$"{Path(section, key)} {fault}"]);

    private static string Path(IConfiguration section, string key) => section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key;
}
