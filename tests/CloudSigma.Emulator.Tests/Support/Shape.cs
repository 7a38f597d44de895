// Compares the members and JSON kinds of two answers, not their values.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Tests.Support;

/// <summary>A documented answer against one of the emulator.</summary>
/// <param name="newer">Members that are younger than the documented answers; they may be ours alone.</param>
internal sealed class Shape(IReadOnlySet<string> newer)
{
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Compare(JsonNode? documented, JsonNode? ours)
    {
        Visit(documented, ours, "", "");
        return _differences;
    }

    private void Visit(JsonNode? documented, JsonNode? ours, string path, string name)
    {
        if (documented is null || ours is null) return;
        // The keys of a free meta belong to the user; the meta of a list is part of the answer.
        if (name is "meta" && documented["total_count"] is null) return;
        if (Kind(documented) != Kind(ours))
        {
            _differences.Add($"{path}: documented {Kind(documented)}, ours {Kind(ours)}");
            return;
        }

        if (documented is JsonObject left && ours is JsonObject right)
        {
            foreach (var (member, value) in left)
            {
                if (right.TryGetPropertyValue(member, out var own)) Visit(value, own, $"{path}.{member}", member);
                else _differences.Add($"{path}.{member}: missing");
            }

            foreach (var (member, _) in right)
            {
                if (!left.ContainsKey(member) && !newer.Contains(member)) _differences.Add($"{path}.{member}: ours alone");
            }
        }
        else if (documented is JsonArray leftList && ours is JsonArray { Count: > 0 } rightList)
        {
            foreach (var entry in leftList) Visit(entry, rightList[0], path + "[]", "");
        }
    }

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };
}
