// Compares JSON by value and names the first place where two texts differ.
using System.Globalization;
using System.Text.Json;

namespace CloudSigma.Sdk.TestKit.Json;

/// <summary>The first difference of two JSON values.</summary>
/// <param name="Path">Where it is, e.g. <c>$.objects[1].size</c>.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Actual">What is there.</param>
public sealed record JsonDifference(string Path, string Expected, string Actual)
{
    private const int LongestShown = 120;

    /// <summary>Looks for the first difference. The order of members does not matter; of a member that is there twice the last one counts; numbers are compared by value.</summary>
    /// <returns>The difference; null when the values are equal.</returns>
    public static JsonDifference? Find(JsonElement expected, JsonElement actual) => Find(expected, actual, "$", isSubset: false);

    /// <summary>Looks for the first place where <paramref name="actual"/> lacks something of <paramref name="expected"/>; members on top of it are allowed in the outermost object.</summary>
    /// <returns>The difference; null when all of it is there.</returns>
    public static JsonDifference? FindMissing(JsonElement expected, JsonElement actual) => Find(expected, actual, "$", isSubset: true);

    public override string ToString() => $"at {Path}\n  expected: {Expected}\n  actual:   {Actual}";

    private static JsonDifference? Find(JsonElement expected, JsonElement actual, string path, bool isSubset)
    {
        if (expected.ValueKind != actual.ValueKind) return new JsonDifference(path, Show(expected), Show(actual));
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                return FindInObjects(Members(expected), Members(actual), path, isSubset);
            case JsonValueKind.Array:
                var (left, right) = (expected.EnumerateArray().ToList(), actual.EnumerateArray().ToList());
                for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
                {
                    if (Find(left[i], right[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), isSubset: false) is { } difference) return difference;
                }

                return left.Count == right.Count ? null : new JsonDifference(
                    $"{path}.length", left.Count.ToString(CultureInfo.InvariantCulture), right.Count.ToString(CultureInfo.InvariantCulture));
            case JsonValueKind.Number:
                return JsonNumber.AreEqual(expected.GetRawText(), actual.GetRawText()) ? null : new JsonDifference(path, Show(expected), Show(actual));
            case JsonValueKind.String:
                return expected.GetString() == actual.GetString() ? null : new JsonDifference(path, Show(expected), Show(actual));
            default:
                return null;
        }
    }

    private static JsonDifference? FindInObjects(Dictionary<string, JsonElement> expected, Dictionary<string, JsonElement> actual, string path, bool isSubset)
    {
        foreach (var (name, value) in expected)
        {
            if (!actual.TryGetValue(name, out var other)) return new JsonDifference($"{path}.{name}", Show(value), "(absent)");
            if (Find(value, other, $"{path}.{name}", isSubset: false) is { } difference) return difference;
        }

        if (isSubset) return null;
        foreach (var (name, value) in actual)
        {
            if (!expected.ContainsKey(name)) return new JsonDifference($"{path}.{name}", "(absent)", Show(value));
        }

        return null;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return members;
    }

    private static string Show(JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.Undefined ? "(nothing)" : json.GetRawText();
        return text.Length > LongestShown ? text[..LongestShown] + "..." : text;
    }
}
