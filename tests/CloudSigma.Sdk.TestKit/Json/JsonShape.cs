// The shape of JSON: member names and kinds, without the values.
using System.Text.Json;

namespace CloudSigma.Sdk.TestKit.Json;

/// <summary>Which kinds a place of a JSON text has, and which members or elements are below it. The elements of an array share one shape.</summary>
public sealed class JsonShape
{
    private readonly SortedSet<string> _kinds = [];
    private readonly SortedDictionary<string, JsonShape> _members = new(StringComparer.Ordinal);
    private JsonShape? _element;
    private int _objects;

    /// <summary>How many objects have been seen at this place.</summary>
    private int _seen;

    public static JsonShape Of(JsonElement json) => Of([json]);

    /// <summary>The common shape of several values.</summary>
    public static JsonShape Of(IEnumerable<JsonElement> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var shape = new JsonShape();
        foreach (var json in values) shape.Add(json);
        return shape;
    }

    /// <summary>
    /// Says where another shape differs. Null goes with everything, an empty array with every array. A member that only some of the
    /// objects have may be missing.
    /// </summary>
    /// <param name="actual">The other shape.</param>
    /// <param name="isFreeMap">Whether the members at a path are data of the user, so that their names do not count.</param>
    public IReadOnlyList<string> Differences(JsonShape actual, Func<string, bool>? isFreeMap = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var differences = new List<string>();
        Compare(this, actual, "$", isFreeMap ?? (static _ => false), differences);
        return differences;
    }

    private void Add(JsonElement json)
    {
        _kinds.Add(json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Null => "null",
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            _ => "object",
        });
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in json.EnumerateArray()) (_element ??= new JsonShape()).Add(element);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            _objects++;
            foreach (var group in json.EnumerateObject().GroupBy(static m => m.Name))
            {
                if (!_members.TryGetValue(group.Key, out var member)) _members[group.Key] = member = new JsonShape();
                member.Add(group.Last().Value);
                member._seen++;
            }
        }
    }

    private static void Compare(JsonShape expected, JsonShape actual, string path, Func<string, bool> isFreeMap, List<string> differences)
    {
        var allowed = expected._kinds.Where(static k => k != "null").ToList();
        var found = actual._kinds.Where(static k => k != "null").ToList();
        if (allowed.Count == 0 || found.Count == 0) return;
        foreach (var kind in found.Except(allowed)) differences.Add($"{path}: is {kind} instead of {string.Join(" or ", allowed)}");
        if (expected._element is { } element && actual._element is { } other) Compare(element, other, $"{path}[]", isFreeMap, differences);
        if (expected._objects == 0 || actual._objects == 0 || isFreeMap(path)) return;
        foreach (var (name, member) in expected._members)
        {
            if (actual._members.TryGetValue(name, out var same)) Compare(member, same, $"{path}.{name}", isFreeMap, differences);
            else if (member._seen == expected._objects) differences.Add($"{path}.{name}: is missing");
        }

        foreach (var name in actual._members.Keys.Except(expected._members.Keys)) differences.Add($"{path}.{name}: is new");
    }
}
