// Which drives go with a deleted server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Which attached drives are deleted together with a server (guide 11). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<RecurseDrives>))]
public readonly record struct RecurseDrives : IOpenEnum<RecurseDrives>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public RecurseDrives(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Every attached drive.</value>
    public static RecurseDrives AllDrives { get; } = new("all_drives");

    /// <value>The attached disks.</value>
    public static RecurseDrives Disks { get; } = new("disks");

    /// <value>The attached CD-ROMs.</value>
    public static RecurseDrives CdRoms { get; } = new("cdroms");

    /// <inheritdoc/>
    public static IReadOnlyList<RecurseDrives> KnownValues { get; } = [AllDrives, Disks, CdRoms];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static RecurseDrives FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
