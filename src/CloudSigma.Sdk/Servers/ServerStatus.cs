// Where a server is in its life.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a server (guide 16). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<ServerStatus>))]
public readonly record struct ServerStatus : IOpenEnum<ServerStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public ServerStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Powered off.</value>
    public static ServerStatus Stopped { get; } = new("stopped");

    /// <value>On its way to <see cref="Running"/>.</value>
    public static ServerStatus Starting { get; } = new("starting");

    /// <value>Powered on.</value>
    public static ServerStatus Running { get; } = new("running");

    /// <value>On its way to <see cref="Stopped"/>.</value>
    public static ServerStatus Stopping { get; } = new("stopping");

    /// <value>Halted after an illegal operation; as good as dead.</value>
    public static ServerStatus Paused { get; } = new("paused");

    /// <value>The host has a failure; the server comes back.</value>
    public static ServerStatus Unavailable { get; } = new("unavailable");

    /// <value>A fresh clone that is being made.</value>
    public static ServerStatus Cloning { get; } = new("cloning");

    /// <value>The inner name of running, seen in some answers.</value>
    public static ServerStatus Started { get; } = new("started");

    /// <inheritdoc/>
    public static IReadOnlyList<ServerStatus> KnownValues { get; } = [Stopped, Starting, Running, Stopping, Paused, Unavailable, Cloning, Started];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static ServerStatus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
