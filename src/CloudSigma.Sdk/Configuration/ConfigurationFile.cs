// The configuration file of the official Python client: lines of "key = value".
namespace CloudSigma.Sdk;

/// <summary>Reads <c>~/.cloudsigma.conf</c>. No message repeats a value of the file but those that are no secret.</summary>
internal sealed class ConfigurationFile
{
    private const long MaxBytes = 1 << 20;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private readonly Dictionary<string, string> _values;

    private ConfigurationFile(string path, Dictionary<string, string> values) => (Path, _values) = (path, values);

    public static string DefaultPath => System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cloudsigma.conf");

    public string Path { get; }

    /// <summary>Turns a leading <c>~/</c> into the home folder.</summary>
    public static string Expand(string? path) => path is null ? DefaultPath
        : path.StartsWith("~/", StringComparison.Ordinal) ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path;

    /// <exception cref="CredentialUnavailableException">The file cannot be read, or a line of it has another form.</exception>
    public static ConfigurationFile Read(string path, Action<string>? onWarning)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw new CredentialUnavailableException($"The file '{path}' is larger than {MaxBytes} bytes, so it is no configuration file.");
            var lines = File.ReadAllLines(path);
            WarnOfOthers(path, onWarning);
            return new ConfigurationFile(path, Parse(path, lines));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CredentialUnavailableException($"The file '{path}' does not exist.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialUnavailableException($"The file '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The credential; null when the file has none.</summary>
    /// <exception cref="CredentialUnavailableException">User name and password do not fit together, or cannot be used.</exception>
    public CloudSigmaCredential? FindCredential()
    {
        var (username, password) = (_values.GetValueOrDefault("username"), _values.GetValueOrDefault("password"));
        if (username is null && password is null) return null;
        if (username is null || password is null)
            throw new CredentialUnavailableException($"The file '{Path}' has {(username is null ? "password but no username" : "username but no password")}.");
        var method = _values.GetValueOrDefault("login_method") ?? "basic";
        if (method is not ("basic" or "session"))
            throw new CredentialUnavailableException($"login_method in the file '{Path}' is '{method}', but has to be 'basic' or 'session'.");
        try
        {
            return SettingsScheme.Create(method, username, password);
        }
        catch (ArgumentException e)
        {
            throw new CredentialUnavailableException($"username and password in the file '{Path}' cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Sets the address, if the file names it.</summary>
    /// <exception cref="CredentialUnavailableException">The address is none.</exception>
    public void ApplyEndpoint(CloudSigmaClientOptions options)
    {
        if (_values.GetValueOrDefault("api_endpoint") is not { } text) return;
        options.Endpoint = Uri.TryCreate(text, UriKind.Absolute, out var endpoint) ? endpoint
            : throw new CredentialUnavailableException($"api_endpoint in the file '{Path}' is '{text}', but has to be an address, e.g. 'https://zrh.cloudsigma.com/api/2.0/'.");
    }

    private static Dictionary<string, string> Parse(string path, string[] lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim().TrimStart('\ufeff');
            if (line.Length == 0 || line[0] == '#') continue;
            // Sections belong to other programs; the settings stand before the first one.
            if (line[0] == '[') break;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw Fault(path, i, "is not of the form 'key = value'");
            var key = line[..equals].Trim();
            var value = Unquote(line[(equals + 1)..].Trim()) ?? throw Fault(path, i, $"has a value of '{key}' whose quotes do not match");
            // An empty value counts as not set, as in the file that the official client ships.
            if (value.Length > 0 && !values.TryAdd(key, value)) throw Fault(path, i, $"sets '{key}' a second time");
        }

        return values;
    }

    /// <summary>The value without quotes and comment; null when a quote is not closed.</summary>
    private static string? Unquote(string text)
    {
        if (text.Length == 0 || text[0] == '#') return "";
        if (text[0] is not ('"' or '\''))
        {
            // A comment has a blank before it, so that a password may have the sign inside.
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] == '#' && text[i - 1] is (' ' or '\t')) return text[..i].TrimEnd();
            }

            return text;
        }

        var end = text.IndexOf(text[0], 1);
        return end > 0 && text[(end + 1)..].TrimStart() is ("" or ['#', ..]) ? text[1..end] : null;
    }

    private static void WarnOfOthers(string path, Action<string>? onWarning)
    {
        if (onWarning is null || OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0) return;
        onWarning($"The file '{path}' has a password and can be read or changed by other users of this machine. Run: chmod 600 '{path}'");
    }

    private static CredentialUnavailableException Fault(string path, int line, string fault) => new($"Line {line + 1} of the file '{path}' {fault}.");
}
