// A right on an object of somebody else.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A right that an owner gives to others (guide 18). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<Permission>))]
public readonly struct Permission : IOpenEnum<Permission>, IEquatable<Permission>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public Permission(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>See the object.</value>
    public static Permission List { get; } = new("LIST");

    /// <value>Change the object.</value>
    public static Permission Edit { get; } = new("EDIT");

    /// <value>Clone the object.</value>
    public static Permission Clone { get; } = new("CLONE");

    /// <value>Attach the object to a server.</value>
    public static Permission Attach { get; } = new("ATTACH");

    /// <value>Start the server.</value>
    public static Permission Start { get; } = new("START");

    /// <value>Stop the server.</value>
    public static Permission Stop { get; } = new("STOP");

    /// <value>Open the screen of the server.</value>
    public static Permission OpenVnc { get; } = new("OPEN_VNC");

    /// <inheritdoc/>
    public static IReadOnlyList<Permission> KnownValues { get; } = [List, Edit, Clone, Attach, Start, Stop, OpenVnc];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static Permission FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    // A record may not have a member named Clone, so equality is written out.

    /// <inheritdoc/>
    public bool Equals(Permission other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Permission other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two rights are the same.</summary>
    /// <param name="left">One right.</param>
    /// <param name="right">The other right.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(Permission left, Permission right) => left.Equals(right);

    /// <summary>Whether two rights differ.</summary>
    /// <param name="left">One right.</param>
    /// <param name="right">The other right.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(Permission left, Permission right) => !left.Equals(right);
}
