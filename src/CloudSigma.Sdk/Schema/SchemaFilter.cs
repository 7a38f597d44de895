// How a list can be filtered by one parameter.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>How a list can be filtered by one parameter.</summary>
[JsonConverter(typeof(SchemaFilterConverter))]
public sealed record SchemaFilter
{
    /// <value>The operators, e.g. <c>exact</c>; empty when every one will do.</value>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <value>Whether every operator will do, also those joined to the name by two underscores, such as <c>lt</c> and <c>gte</c> for times (guide 8.4).</value>
    public bool AllowsEveryOperator { get; init; }

    /// <summary>The number by which the schema says that every operator will do.</summary>
    internal long? Number { get; init; }

    /// <summary>Whether the one operator stood there as a bare text.</summary>
    internal bool IsText { get; init; }
}
