// The standing of an account.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of an account. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<AccountState>))]
public readonly record struct AccountState : IOpenEnum<AccountState>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public AccountState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>A regular account.</value>
    public static AccountState Regular { get; } = new("REGULAR");

    /// <value>A new account.</value>
    public static AccountState NewUser { get; } = new("NEW_USER");

    /// <value>A trial account.</value>
    public static AccountState Trial { get; } = new("TRIAL");

    /// <value>A guest.</value>
    public static AccountState Guest { get; } = new("GUEST");

    /// <value>An account that nobody has used for long.</value>
    public static AccountState Inactive { get; } = new("INACTIVE");

    /// <inheritdoc/>
    public static IReadOnlyList<AccountState> KnownValues { get; } = [Regular, NewUser, Trial, Guest, Inactive];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static AccountState FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
