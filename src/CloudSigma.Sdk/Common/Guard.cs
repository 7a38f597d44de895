// The checks of parameters that every client makes before anything is sent.
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk;

internal static class Guard
{
    /// <summary>Refuses the uuid of all zeros, which an unset variable has.</summary>
    public static void NotEmpty(Guid uuid, [CallerArgumentExpression(nameof(uuid))] string? name = null)
    {
        if (uuid == Guid.Empty) throw new ArgumentException("The uuid is empty (all zeros). Pass the uuid of an existing object.", name);
    }

    /// <summary>Refuses an object without uuid, for there is no address to send it to.</summary>
    public static void HasUuid(Guid uuid, string name)
    {
        if (uuid == Guid.Empty)
            throw new ArgumentException("The object has no uuid. Read it from the API first; a list with chosen fields has to include 'uuid'.", name);
    }

    /// <summary>The parameter <c>avoid</c> as a query, with a question mark or ampersand; empty when nothing is to be avoided (guide 14).</summary>
    public static string AvoidQuery(IReadOnlyList<Guid>? avoid, char separator, string name)
    {
        if (avoid is null || avoid.Count == 0) return "";
        foreach (var uuid in avoid) NotEmpty(uuid, name);
        return string.Create(CultureInfo.InvariantCulture, $"{separator}avoid={string.Join(',', avoid.Select(static u => u.ToString("D")))}");
    }

    /// <summary>Checks the keys and values of a meta before they are sent (guide 17).</summary>
    public static void Meta(IReadOnlyDictionary<string, string>? meta, string name)
    {
        if (meta is null) return;
        foreach (var (key, value) in meta)
        {
            if (value is null) throw new ArgumentException($"The value of the meta key '{key}' is null. Remove the key, or use an empty text.", name);
        }
    }
}
