// The cookies of one session. They belong to one host by construction: an authenticator never sees another.
using System.Diagnostics;
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Keeps names and values of cookies; not safe for concurrent use, copies are.</summary>
internal sealed class CookieJar
{
    private const int MaxCookies = 20;
    private const int MaxLength = 4096;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public CookieJar()
    {
    }

    public CookieJar(CookieJar other) => _cookies = new Dictionary<string, string>(other._cookies, StringComparer.Ordinal);

    public string? this[string name] => _cookies.GetValueOrDefault(name);

    /// <summary>Takes what an answer sets or removes; true when something has changed.</summary>
    public bool Take(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var headers)) return false;
        var changed = false;
        foreach (var header in headers) changed |= Take(header);
        return changed;
    }

    /// <summary>The value of <c>Cookie</c>.</summary>
    public string ToHeader()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _cookies) text.Append(text.Length == 0 ? "" : "; ").Append(name).Append('=').Append(value);
        return text.ToString();
    }

    private bool Take(string header)
    {
        var end = header.IndexOf(';', StringComparison.Ordinal);
        var pair = end < 0 ? header : header[..end];
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || pair.Length > MaxLength) return false;
        var (name, value) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
        if (name.Length == 0 || !name.All(IsVisible) || !value.All(IsVisible)) return false;
        if (value.Trim('"').Length == 0 || IsRemoval(header)) return _cookies.Remove(name);
        if (_cookies.TryGetValue(name, out var old) ? old == value : _cookies.Count >= MaxCookies) return false;
        _cookies[name] = value;
        return true;
    }

    // Ages in the future are left to the server, which is the one that knows.
    private static bool IsRemoval(string header) => header.Split(';', StringSplitOptions.TrimEntries).Skip(1)
        .Any(static a => a.StartsWith("Max-Age=0", StringComparison.OrdinalIgnoreCase) || a.StartsWith("Max-Age=-", StringComparison.OrdinalIgnoreCase));

    private static bool IsVisible(char c) => c is > ' ' and < '\x7f' and not (';' or ',');
}
