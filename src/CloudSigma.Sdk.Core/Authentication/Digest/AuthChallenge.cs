// One challenge of a server: what it would accept (RFC 9110, 11.3).
using System.Diagnostics.CodeAnalysis;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed record AuthChallenge(string Scheme, string? Token68, IReadOnlyList<AuthParameter> Parameters)
{
    public bool IsScheme(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);

    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => TryGet(name, out value, out _);

    public bool TryGet(string name, [NotNullWhen(true)] out string? value, out bool isQuoted)
    {
        foreach (var parameter in Parameters)
        {
            if (!parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            (value, isQuoted) = (parameter.Value, parameter.IsQuoted);
            return true;
        }

        (value, isQuoted) = (null, false);
        return false;
    }
}
