// Which members of a model the SDK keeps without knowing them.
using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Contract;

/// <summary>Walks through models and names the members that are only kept, e.g. <c>Drive.some_member</c>.</summary>
internal static class KeptMembers
{
    public static IReadOnlyCollection<string> Find(IEnumerable<object> models)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var model in models) Walk(model, names);
        return names;
    }

    private static void Walk(object? value, SortedSet<string> names)
    {
        switch (value)
        {
            case null or string or JsonElement:
                return;
            case IDictionary map:
                foreach (var item in map.Values) Walk(item, names);
                return;
            case IEnumerable list:
                foreach (var item in list) Walk(item, names);
                return;
        }

        var type = value.GetType();
        if (type.Assembly != typeof(Drive).Assembly && type.Assembly != typeof(ApiModel).Assembly) return;
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var member = field.GetValue(value);
                if (member is IDictionary<string, JsonElement> unknown) names.UnionWith(unknown.Keys.Select(k => $"{type.Name}.{k}"));
                else Walk(member, names);
            }
        }
    }
}
