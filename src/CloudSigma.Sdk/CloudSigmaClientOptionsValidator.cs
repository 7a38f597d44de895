// Looks for settings that cannot work, before anything is sent. The messages show the values.
using System.Globalization;
using Microsoft.Extensions.Options;

namespace CloudSigma.Sdk;

internal sealed class CloudSigmaClientOptionsValidator : IValidateOptions<CloudSigmaClientOptions>
{
    public const int MaxPageSize = 10_000;

    /// <summary>The name of the options that this instance looks at; null for all.</summary>
    public string? Name { get; init; }

    public ValidateOptionsResult Validate(string? name, CloudSigmaClientOptions options)
    {
        if (Name is not null && Name != name) return ValidateOptionsResult.Skip;
        var faults = FindFaults(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    public static IReadOnlyList<string> FindFaults(CloudSigmaClientOptions options)
    {
        var faults = new List<string>();
        AddEndpointFaults(options, faults);
        if (options.UploadEndpoint is { } upload) AddAddressFaults("UploadEndpoint", "https://direct.zrh.cloudsigma.com/api/2.0/", upload, options.AllowInsecureEndpoint, faults);
        if (options.Credential is null)
            faults.Add("No credential is set. Set Credential = CloudSigmaCredential.Basic(\"user@domain.tld\", \"password\"), or Username and Password, or Token, in the configuration.");
        if (options.PageSize is < 0 or > MaxPageSize)
            faults.Add(Text($"PageSize is {options.PageSize}. It has to be from 0 (each list in one answer) to {MaxPageSize}."));
        if (!IsTimeout(options.RequestTimeout))
            faults.Add(Text($"RequestTimeout is {options.RequestTimeout}. It has to be from 10 milliseconds to a day."));
        if (!IsTimeout(options.TotalTimeout))
            faults.Add(Text($"TotalTimeout is {options.TotalTimeout}. It has to be from 10 milliseconds to a day."));
        else if (options.TotalTimeout < options.RequestTimeout)
            faults.Add(Text($"TotalTimeout is {options.TotalTimeout}, shorter than RequestTimeout ({options.RequestTimeout}), which is for one try of it."));
        if (options.Retry.FindFault() is { } retryFault) faults.Add($"Retry.{retryFault}");
        if (options.RateLimits?.FindFault() is { } limitFault) faults.Add($"RateLimits.{limitFault}");
        if (options.Polling.FindFault() is { } fault) faults.Add($"Polling.{fault}");
        if (options.ApplicationName is { } application && (application.Length == 0 || !application.All(static c => char.IsAsciiLetterOrDigit(c) || ".-_/".Contains(c, StringComparison.Ordinal))))
            faults.Add($"ApplicationName is '{application}'. It may have letters, digits and . - _ / only, e.g. 'my-app/1.2'.");
        return faults;
    }

    private static bool IsTimeout(TimeSpan value) => value >= TimeSpan.FromMilliseconds(10) && value <= TimeSpan.FromDays(1);

    private static void AddEndpointFaults(CloudSigmaClientOptions options, List<string> faults)
    {
        if (options.Location is { } location)
        {
            if (options.Endpoint is not null)
                faults.Add($"Both Location ({location}) and Endpoint ({Shown(options.Endpoint)}) are set. Set one of them.");
            else if (location.Code.Length == 0)
                faults.Add("Location has no code. Use a named one, e.g. CloudSigmaLocation.Zurich.");
            return;
        }

        if (options.Endpoint is not { } endpoint)
        {
            faults.Add("Neither Location nor Endpoint is set. Set Location = CloudSigmaLocation.Zurich, or Endpoint to the base address of the API.");
        }
        else
        {
            AddAddressFaults("Endpoint", "https://zrh.cloudsigma.com/api/2.0/", endpoint, options.AllowInsecureEndpoint, faults);
        }
    }

    private static void AddAddressFaults(string name, string example, Uri address, bool allowsInsecure, List<string> faults)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            faults.Add($"{name} is '{Shown(address)}', which has no scheme of the web. Write it as '{example}'.");
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            faults.Add($"{name} is '{Shown(address)}' with a user, query or fragment, which a base address cannot have. Use Credential for the user.");
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowsInsecure)
        {
            faults.Add($"{name} is '{Shown(address)}': plain http would show the credential to everybody on the way. Use https, or set AllowInsecureEndpoint.");
        }
    }

    /// <summary>The address without user and password.</summary>
    private static string Shown(Uri uri) => uri.IsAbsoluteUri && uri.Host.Length > 0
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : uri.OriginalString[(uri.OriginalString.LastIndexOf('@') + 1)..];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
