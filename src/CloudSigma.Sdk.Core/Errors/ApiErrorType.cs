// The kinds of errors that the API names.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The <c>error_type</c> of an error of the API (guide 6). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<ApiErrorType>))]
public readonly record struct ApiErrorType : IOpenEnum<ApiErrorType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public ApiErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Submitted data is wrong; status 400.</value>
    public static ApiErrorType Validation { get; } = new("validation");

    /// <value>Not allowed, also by the state of the object; status 403.</value>
    public static ApiErrorType Permission { get; } = new("permission");

    /// <value>No such object; status 404.</value>
    public static ApiErrorType NotExist { get; } = new("notexist");

    /// <value>Two conflicting operations at once; may be tried again; status 503.</value>
    public static ApiErrorType Concurrency { get; } = new("concurrency");

    /// <value>A billing problem; status 402.</value>
    public static ApiErrorType Billing { get; } = new("billing");

    /// <value>A payment failed; status 402.</value>
    public static ApiErrorType Payment { get; } = new("payment");

    /// <value>An error of the database; status 500.</value>
    public static ApiErrorType Database { get; } = new("database");

    /// <value>Work could not be done behind the API; status 500.</value>
    public static ApiErrorType Backend { get; } = new("backend");

    /// <inheritdoc/>
    public static IReadOnlyList<ApiErrorType> KnownValues { get; } =
        [Validation, Permission, NotExist, Concurrency, Billing, Payment, Database, Backend];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static ApiErrorType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
