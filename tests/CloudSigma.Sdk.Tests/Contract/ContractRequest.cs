// A documented request, taken apart into the arguments of the SDK.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Contract;

/// <summary>The arguments of a call, made from the text of a request.</summary>
internal sealed class ContractRequest(HttpExample example, ContractException? exception, int? stopAfter = null)
{
    public HttpExample Example { get; } = example;

    /// <summary>Number of objects after which a list is left, because the example shows its first page only; null reads to the end.</summary>
    public int? StopAfter { get; } = stopAfter;

    /// <summary>The body; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Body =>
        Example.Body.Length == 0 ? default
        : exception is { MendsRequest: true } ? Example.MendedJson
        : Example.Json;

    /// <summary>The uuid in the path.</summary>
    public Guid Uuid => Example.Path.Split('/').Select(static s => Guid.TryParse(s, out var uuid) ? uuid : (Guid?)null).First(static u => u is not null)!.Value;

    /// <summary>The uuids of the objects in the body.</summary>
    public IReadOnlyList<Guid> Uuids => [.. Body.GetProperty("objects").EnumerateArray().Select(static o => o.GetProperty("uuid").GetGuid())];

    /// <summary>The uuids of the parameter <c>avoid</c>; null without it.</summary>
    public IReadOnlyList<Guid>? Avoid => Parameter("avoid") is { } text ? [.. text.Split(',').Select(Guid.Parse)] : null;

    /// <summary>The page size that makes the SDK ask as the example does.</summary>
    public int PageSize => Parameter("limit") is { } limit ? int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) : 100;

    public string? Parameter(string name) => Example.Query.Where(p => p.Key == name).Select(static p => p.Value).FirstOrDefault();

    public T Read<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Body, type)!;

    /// <summary>The objects of a create: in an envelope, a bare list, or one bare object.</summary>
    public IReadOnlyList<T> ReadObjects<T>(JsonTypeInfo<T> type)
    {
        var body = Body;
        var objects = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("objects", out var inner) ? inner : body;
        return objects.ValueKind == JsonValueKind.Array
            ? [.. objects.EnumerateArray().Select(o => JsonSerializer.Deserialize(o, type)!)]
            : [JsonSerializer.Deserialize(objects, type)!];
    }

    /// <summary>Builds a filter from the query: every parameter but those of paging has to be one that the filter offers.</summary>
    public TFilter Filter<TFilter>(TFilter filter, IReadOnlyDictionary<string, Func<TFilter, IReadOnlyList<string>, TFilter>> parameters)
    {
        foreach (var (name, value) in Example.Query.Where(static p => p.Key is not ("limit" or "offset")))
        {
            if (!parameters.TryGetValue(name, out var add)) throw new InvalidDataException($"{Example.Name} filters by '{name}', which the contract of the operation does not know.");
            filter = add(filter, value.Split(','));
        }

        return filter;
    }
}
