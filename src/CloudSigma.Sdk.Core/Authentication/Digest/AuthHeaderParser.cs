// Reads WWW-Authenticate and Authentication-Info by the grammar of RFC 9110, 11: several challenges per header, quoted values, escapes.
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Reads the header fields of authentication. What does not follow the grammar is left out; nothing makes it throw.</summary>
internal ref struct AuthHeaderParser
{
    /// <summary>A longer header, or more challenges or parameters, can only be meant to hurt.</summary>
    private const int MaxLength = 16 * 1024;

    private const int MaxParts = 32;
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private AuthHeaderParser(string text) => _text = text;

    /// <summary>The challenges of one header. The first that breaks the grammar ends the list, for what follows cannot be told apart.</summary>
    public static IReadOnlyList<AuthChallenge> ParseChallenges(string header)
    {
        var challenges = new List<AuthChallenge>();
        if (header.Length > MaxLength) return challenges;
        var parser = new AuthHeaderParser(header);
        while (challenges.Count < MaxParts && parser.TryReadChallenge(out var challenge)) challenges.Add(challenge);
        return challenges;
    }

    /// <summary>The parameters of a header without schemes; null when it breaks the grammar.</summary>
    public static AuthChallenge? ParseParameters(string header)
    {
        if (header.Length > MaxLength) return null;
        var parser = new AuthHeaderParser(header);
        parser.SkipSeparators();
        return parser.TryReadParameters(out var parameters) && parser._position == header.Length ? new AuthChallenge("", null, parameters) : null;
    }

    private bool TryReadChallenge(out AuthChallenge challenge)
    {
        challenge = null!;
        SkipSeparators();
        if (!TryReadToken(out var scheme)) return false;
        if (_position < _text.Length && _text[_position] is not (' ' or '\t' or ',')) return false;
        SkipBlanks();
        if (TryReadToken68(out var token68))
        {
            challenge = new AuthChallenge(scheme, token68, []);
            return true;
        }

        if (!TryReadParameters(out var parameters)) return false;
        challenge = new AuthChallenge(scheme, null, parameters);
        return true;
    }

    /// <summary>Reads parameters up to the end or to the scheme of the next challenge.</summary>
    private bool TryReadParameters(out List<AuthParameter> parameters)
    {
        parameters = [];
        while (true)
        {
            var start = _position;
            if (_position == _text.Length || _text[_position] == ',')
            {
                SkipSeparators();
                if (_position == _text.Length) return true;
            }
            else if (parameters.Count > 0)
            {
                // Two parameters have a comma between them.
                return false;
            }

            if (!TryReadToken(out var name)) return false;
            SkipBlanks();
            if (_position == _text.Length || _text[_position] != '=')
            {
                // A word without a value is the scheme of the next challenge; it needs a comma before it.
                _position = start;
                return start < _text.Length && _text[start] == ',';
            }

            _position++;
            SkipBlanks();
            if (!TryReadValue(out var value, out var isQuoted)) return false;
            if (parameters.Count == MaxParts || parameters.Exists(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) return false;
            parameters.Add(new AuthParameter(name, value, isQuoted));
            SkipBlanks();
        }
    }

    private bool TryReadToken68(out string value)
    {
        var end = _position;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || "-._~+/".Contains(_text[end], StringComparison.Ordinal))) end++;
        var bare = end;
        while (end < _text.Length && _text[end] == '=') end++;
        var next = end;
        while (next < _text.Length && _text[next] is ' ' or '\t') next++;
        value = "";
        if (bare == _position || (next < _text.Length && _text[next] != ',')) return false;
        value = _text[_position..end].ToString();
        _position = next;
        return true;
    }

    private bool TryReadValue(out string value, out bool isQuoted)
    {
        isQuoted = _position < _text.Length && _text[_position] == '"';
        if (!isQuoted) return TryReadToken(out value);
        value = "";
        var text = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '"')
            {
                _position++;
                value = text.ToString();
                return true;
            }

            if (c == '\\' && ++_position < _text.Length) c = _text[_position];
            if (_position == _text.Length || (char.IsControl(c) && c != '\t')) return false;
            text.Append(c);
        }

        return false;
    }

    private bool TryReadToken(out string token)
    {
        var start = _position;
        while (_position < _text.Length && IsTokenCharacter(_text[_position])) _position++;
        token = _text[start.._position].ToString();
        return token.Length > 0;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t') _position++;
    }

    private void SkipSeparators()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or ',') _position++;
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
