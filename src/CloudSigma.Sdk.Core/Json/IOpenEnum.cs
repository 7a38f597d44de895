// What a status-like string type has to offer so that one converter serves all of them.
namespace CloudSigma.Sdk.Core.Json;

/// <summary>A string with known values that may also hold values that this version of the SDK does not know.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOpenEnum<TSelf> where TSelf : struct, IOpenEnum<TSelf>
{
    /// <value>The text as the API writes it; empty for the default value.</value>
    string Value { get; }

    /// <value>The values that this version of the SDK knows.</value>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    /// <returns>The value.</returns>
    static abstract TSelf FromValue(string value);
}
