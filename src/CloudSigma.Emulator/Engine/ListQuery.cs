// The query of a list: which part, which members and which objects.
using System.Globalization;

namespace CloudSigma.Emulator.Engine;

internal sealed class ListQuery
{
    private readonly List<(FilterDefinition Filter, IReadOnlyList<string> Alternatives)> _conditions = [];

    public ListQuery(RequestContext request, ResourceDefinition resource, bool detail)
    {
        request.CheckQuery(["limit", "offset", "fields", "format", .. resource.Filters.Select(static filter => filter.Parameter)]);
        var errors = new List<ApiError>();
        Limit = Number(request, "limit", resource.DefaultLimit, errors);
        Offset = Number(request, "offset", 0, errors);
        if (errors.Count > 0) throw new ApiException(400, errors);
        foreach (var filter in resource.Filters)
        {
            foreach (var value in request.Query.All(filter.Parameter))
            {
                // Some schemas list the usual parameters although the resource has no such member.
                if (resource.Field(filter.Member) is null) request.Warn($"The parameter \"{filter.Parameter}\" has no effect on {resource.Name}.");
                else _conditions.Add((filter, FilterText.Alternatives(value)));
            }
        }

        Fields = Selection(request, resource) ?? (detail || resource.ShortMembers is null
            ? resource.Shown
            : [.. resource.Shown.Where(field => resource.ShortMembers.Contains(field.Name))]);
    }

    public int Limit { get; }

    public int Offset { get; }

    /// <summary>The members to show.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>Shows <c>resource_uri</c> as an object, as lists of one tag do.</summary>
    public bool UriAsObject { get; init; }

    /// <summary>The members that <c>fields=</c> names, or null when it is absent.</summary>
    public static IReadOnlyList<FieldDefinition>? Selection(RequestContext request, ResourceDefinition resource)
    {
        if (request.Query.Last("fields") is not { } text) return null;
        var wanted = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var name in wanted)
        {
            if (resource.Field(name) is null) request.Unknown("member in fields", name);
        }

        return [.. resource.Shown.Where(field => wanted.Contains(field.Name))];
    }

    /// <summary>True when the object fits all conditions.</summary>
    public bool Matches(DocumentView view)
    {
        foreach (var (filter, alternatives) in _conditions)
        {
            if (!filter.Matches(view, alternatives)) return false;
        }

        return true;
    }

    private static int Number(RequestContext request, string name, int otherwise, List<ApiError> errors)
    {
        if (request.Query.Last(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(new ApiError("validation", $"\"{text}\" is not a whole number from 0 to {int.MaxValue}", name));
        return otherwise;
    }
}
