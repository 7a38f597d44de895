// The meta of a server with the keys that have a meaning for others.
using System.Text;

namespace CloudSigma.Sdk;

/// <summary>A typed view of the meta of a server: the keys that images and tools understand (guide 17). All other keys are kept.</summary>
/// <remarks>
/// Some values travel as base64: those of the keys that <c>base64_fields</c> lists. They are read and written as plain text here.
/// <code>server = server with { Meta = (ServerMeta.From(server.Meta) with { CloudInitUserData = "#cloud-config\n..." }).ToMeta() };</code>
/// </remarks>
public sealed record ServerMeta
{
    private const string SshPublicKeyKey = "ssh_public_key";
    private const string UserDataKey = "cloudinit-user-data";
    private const string DescriptionKey = "description";
    private const string OptimizeForKey = "optimize_for";
    private const string Base64FieldsKey = "base64_fields";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private IReadOnlyDictionary<string, string> _values = EmptyMap.Instance;

    /// <summary>Reads a meta. Nothing is decoded before it is asked for.</summary>
    /// <param name="meta">The meta; null is an empty one.</param>
    /// <returns>The view.</returns>
    public static ServerMeta From(IReadOnlyDictionary<string, string>? meta) => new() { _values = new Dictionary<string, string>(meta ?? EmptyMap.Instance) };

    /// <summary>The SSH public key for the first user of the guest, or several on lines of their own.</summary>
    /// <value>Null when there is none; setting null removes it.</value>
    /// <exception cref="FormatException">The value is listed as base64 and is none, or is no text.</exception>
    public string? SshPublicKey { get => Read(SshPublicKeyKey); init => Write(SshPublicKeyKey, value); }

    /// <summary>What cloud-init runs at the first start. It is written as base64, and read in either form.</summary>
    /// <value>Null when there is none; setting null removes it. Plain text of any length.</value>
    /// <exception cref="FormatException">The value is listed as base64 and is none, or is no text, e.g. compressed.</exception>
    public string? CloudInitUserData
    {
        get => Read(UserDataKey);
        init
        {
            if (value is not null && !Base64Fields.Contains(UserDataKey)) SetBase64Fields([.. Base64Fields, UserDataKey]);
            Write(UserDataKey, value);
        }
    }

    /// <summary>What the server is for, in the words of its user.</summary>
    /// <value>Null when there is none; setting null removes it.</value>
    /// <exception cref="FormatException">The value is listed as base64 and is none, or is no text.</exception>
    public string? Description { get => Read(DescriptionKey); init => Write(DescriptionKey, value); }

    /// <summary>What the server is tuned for; values are not documented.</summary>
    /// <value>Null when there is none; setting null removes it.</value>
    /// <exception cref="FormatException">The value is listed as base64 and is none, or is no text.</exception>
    public string? OptimizeFor { get => Read(OptimizeForKey); init => Write(OptimizeForKey, value); }

    /// <summary>The keys whose values are base64.</summary>
    /// <value>Empty when there are none.</value>
    public IReadOnlyList<string> Base64Fields =>
        (_values.GetValueOrDefault(Base64FieldsKey) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The meta as the API takes it, with all keys, also those that are not known here.</summary>
    /// <returns>A meta of its own, which no later change touches.</returns>
    public IReadOnlyDictionary<string, string> ToMeta() => new Dictionary<string, string>(_values);

    /// <summary>The number of keys; no values, which may be secret.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"ServerMeta ({_values.Count} keys)";

    /// <summary>Whether both have the same keys and values.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(ServerMeta? other) =>
        other is not null && _values.Count == other._values.Count && _values.All(p => other._values.TryGetValue(p.Key, out var value) && value == p.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, static (hash, p) => hash ^ HashCode.Combine(p.Key, p.Value));

    private string? Read(string key)
    {
        if (_values.GetValueOrDefault(key) is not { } value || !Base64Fields.Contains(key)) return _values.GetValueOrDefault(key);
        // The value itself stays out of the messages: user data may hold passwords.
        try
        {
            return StrictUtf8.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException e)
        {
            throw new FormatException($"The meta key '{key}' is listed in '{Base64FieldsKey}', but its {value.Length} characters are not base64.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"The meta key '{key}' holds {value.Length} characters of base64 that are not text. Read the bytes from the meta itself.", e);
        }
    }

    private void Write(string key, string? value)
    {
        var isBase64 = Base64Fields.Contains(key);
        if (value is not null) Set(key, isBase64 ? Convert.ToBase64String(StrictUtf8.GetBytes(value)) : value);
        else Set(key, null);
        if (value is null && isBase64) SetBase64Fields([.. Base64Fields.Where(f => f != key)]);
    }

    private void SetBase64Fields(IReadOnlyList<string> keys) => Set(Base64FieldsKey, keys.Count == 0 ? null : string.Join(',', keys));

    /// <summary>Copies before it changes: records that come from each other by <c>with</c> share their values.</summary>
    private void Set(string key, string? value)
    {
        var values = new Dictionary<string, string>(_values);
        if (value is null) values.Remove(key);
        else values[key] = value;
        _values = values;
    }
}
