// The filter parameters of a member that takes every operator.
namespace CloudSigma.Emulator.Engine;

internal static class FilterOperators
{
    /// <summary>The parameters <c>member</c>, <c>member__contains</c>, <c>member__lt</c> and so on. The schema names the first only, with 1.</summary>
    public static IEnumerable<FilterDefinition> All(string member) =>
    [
        new FilterDefinition(member, member) { SchemaValue = 1 },
        Hidden(member, "exact"),
        Hidden(member, "contains") with { Contains = true },
        Hidden(member, "icontains") with { Contains = true },
        Hidden(member, "lt") with { Test = static (value, limit) => string.CompareOrdinal(value, limit) < 0 },
        Hidden(member, "lte") with { Test = static (value, limit) => string.CompareOrdinal(value, limit) <= 0 },
        Hidden(member, "gt") with { Test = static (value, limit) => string.CompareOrdinal(value, limit) > 0 },
        Hidden(member, "gte") with { Test = static (value, limit) => string.CompareOrdinal(value, limit) >= 0 },
    ];

    private static FilterDefinition Hidden(string member, string name) => new($"{member}__{name}", member) { SchemaValue = null };
}
