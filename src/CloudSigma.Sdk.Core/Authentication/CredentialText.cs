// The checks that user names, passwords and tokens pass before they are kept. No message shows a secret.
namespace CloudSigma.Sdk.Core.Authentication;

internal static class CredentialText
{
    public static void CheckUsername(string username, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username, name);
        if (username.Any(char.IsControl))
            throw new ArgumentException("The user name has a control character, such as a line break. Use the e-mail address of the account.", name);
        if (HasLoneSurrogate(username)) throw new ArgumentException("The user name is not well-formed Unicode text.", name);
    }

    public static void CheckPassword(string password, string name)
    {
        ArgumentNullException.ThrowIfNull(password, name);
        if (password.Any(char.IsControl))
            throw new ArgumentException("The password has a control character, such as a line break at its end. Pass the bare password.", name);
        if (HasLoneSurrogate(password)) throw new ArgumentException("The password is not well-formed Unicode text.", name);
    }

    /// <summary>RFC 6750: letters, digits and <c>-._~+/</c>, with <c>=</c> at the end.</summary>
    public static void CheckToken(string token, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token, name);
        var bare = token.AsSpan().TrimEnd('=');
        foreach (var c in bare)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"-._~+/".Contains(c, StringComparison.Ordinal))
                throw new ArgumentException("The token has a character that a bearer token cannot have (RFC 6750), such as a blank or a line break at its end. Pass the bare token, without 'Bearer'.", name);
        }

        if (bare.IsEmpty) throw new ArgumentException("The token has only '=' in it. Pass the bare token.", name);
    }

    // Two such texts would be sent as the same bytes.
    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
