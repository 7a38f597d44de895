// The engine of all typed filters.
namespace CloudSigma.Sdk.Core.Filters;

/// <summary>The base of the typed filters. A filter is immutable: each call returns a new one.</summary>
/// <remarks>Values within one call are alternatives; calls narrow the list further (guide 8.4).</remarks>
/// <typeparam name="TSelf">The typed filter.</typeparam>
public abstract class ResourceFilter<TSelf> where TSelf : ResourceFilter<TSelf>, new()
{
    /// <value>The filter as a query without question mark; empty when nothing is filtered.</value>
    public string Query { get; private init; } = "";

    /// <summary>The query.</summary>
    /// <returns>The same text as <see cref="Query"/>.</returns>
    public override string ToString() => Query;

    /// <summary>Adds a condition.</summary>
    /// <param name="parameter">Name of the parameter as in the schema.</param>
    /// <param name="values">The alternatives; at least one.</param>
    /// <returns>A new filter with the condition.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    protected TSelf Where(string parameter, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException($"The filter '{parameter}' needs at least one value; leave the call out to filter by nothing.", nameof(values));
        return With($"{parameter}={FilterValue.Join(parameter, values)}");
    }

    /// <summary>Adds a condition on uuids.</summary>
    /// <param name="parameter">Name of the parameter as in the schema.</param>
    /// <param name="uuids">The alternatives; at least one.</param>
    /// <returns>A new filter with the condition.</returns>
    /// <exception cref="ArgumentException">There is no uuid, or one is empty.</exception>
    protected TSelf Where(string parameter, IReadOnlyList<Guid> uuids)
    {
        ArgumentNullException.ThrowIfNull(uuids);
        if (uuids.Contains(Guid.Empty)) throw new ArgumentException($"A uuid of the filter '{parameter}' is empty (all zeros).", nameof(uuids));
        return Where(parameter, [.. uuids.Select(static u => u.ToString("D"))]);
    }

    /// <summary>Chooses the members that the objects of the list have (guide 8.3).</summary>
    /// <param name="names">JSON names of the members.</param>
    /// <returns>A new filter with the choice.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is empty.</exception>
    protected TSelf SelectFields(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 || names.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("Name at least one member, such as 'uuid'; names must not be empty.", nameof(names));
        return With("fields=" + string.Join(',', names.Select(Uri.EscapeDataString)));
    }

    private TSelf With(string condition) => new() { Query = Query.Length == 0 ? condition : $"{Query}&{condition}" };
}
