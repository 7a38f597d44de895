// The official locations, as a convenience. The endpoint can always be set by hand.
namespace CloudSigma.Sdk;

/// <summary>A location of the cloud, by its code (guide 1). What exists at the moment is listed by <see cref="ILocationsClient.ListAsync"/>.</summary>
public readonly record struct CloudSigmaLocation
{
    private static readonly Dictionary<string, string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DUB"] = "ec.servecentric.com",
        ["RUH"] = "ruh.cld.v2.sa",
        ["ADB"] = "siaflex.cloud",
        ["WDC"] = "wdc.alpha3cloud.com",
        ["LLA"] = "cloud.hydro66.com",
        ["MTY"] = "mty.stratospherecloud.com",
    };

    private readonly string? _code;

    /// <summary>Makes a location from its code. A code that is not known here stands for <c>{code}.cloudsigma.com</c>.</summary>
    /// <param name="code">The code, e.g. <c>ZRH</c>: letters and digits.</param>
    /// <exception cref="ArgumentException">The code is empty or has other characters.</exception>
    public CloudSigmaLocation(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        if (!code.All(char.IsAsciiLetterOrDigit)) throw new ArgumentException($"'{code}' is not the code of a location. A code has letters and digits only, e.g. 'ZRH'.", nameof(code));
        _code = code.ToUpperInvariant();
    }

    /// <value>Zurich, Switzerland.</value>
    public static CloudSigmaLocation Zurich { get; } = new("ZRH");

    /// <value>Geneva, Switzerland.</value>
    public static CloudSigmaLocation Geneva { get; } = new("GVA");

    /// <value>Frankfurt, Germany.</value>
    public static CloudSigmaLocation Frankfurt { get; } = new("FRA");

    /// <value>Dusseldorf, Germany.</value>
    public static CloudSigmaLocation Dusseldorf { get; } = new("DUS");

    /// <value>Dublin, Ireland.</value>
    public static CloudSigmaLocation Dublin { get; } = new("DUB");

    /// <value>London, United Kingdom.</value>
    public static CloudSigmaLocation London { get; } = new("LON");

    /// <value>Cardiff and Newport, United Kingdom.</value>
    public static CloudSigmaLocation Cardiff { get; } = new("CWL");

    /// <value>Perth, Australia.</value>
    public static CloudSigmaLocation Perth { get; } = new("PER");

    /// <value>Tokyo, Japan.</value>
    public static CloudSigmaLocation Tokyo { get; } = new("TYO");

    /// <value>Clark, Philippines.</value>
    public static CloudSigmaLocation Clark { get; } = new("CRK");

    /// <value>Manila, Philippines.</value>
    public static CloudSigmaLocation Manila { get; } = new("MNL");

    /// <value>Manila 2, Philippines.</value>
    public static CloudSigmaLocation Manila2 { get; } = new("MNL2");

    /// <value>Riyadh, Saudi Arabia.</value>
    public static CloudSigmaLocation Riyadh { get; } = new("RUH");

    /// <value>Honolulu, United States.</value>
    public static CloudSigmaLocation Honolulu { get; } = new("HNL");

    /// <value>Washington DC, United States.</value>
    public static CloudSigmaLocation Washington { get; } = new("WDC");

    /// <value>The code in upper case; empty for the default value.</value>
    public string Code => _code ?? "";

    /// <value>The base address of the API of the location.</value>
    /// <exception cref="InvalidOperationException">The value is the default one, without a code.</exception>
    public Uri Endpoint => _code is { } code
        ? new Uri($"https://{(Hosts.TryGetValue(code, out var host) ? host : $"{code.ToLowerInvariant()}.cloudsigma.com")}/api/2.0/")
        : throw new InvalidOperationException("The location has no code. Use one of the named locations, or new CloudSigmaLocation(\"ZRH\").");

    /// <summary>The code.</summary>
    /// <returns>The same text as <see cref="Code"/>.</returns>
    public override string ToString() => Code;
}
