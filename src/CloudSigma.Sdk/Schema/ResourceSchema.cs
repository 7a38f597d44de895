// What the API says about a resource.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What the API says about a kind of objects: their members, and what lists and single objects allow.</summary>
public sealed record ResourceSchema : ApiModel
{
    /// <summary>The members, by their JSON names.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, SchemaField> Fields { get => _fields.Or(EmptyMap.Of<SchemaField>()); init => _fields = new(value); }
    [JsonInclude, JsonPropertyName("fields")] internal Member<IReadOnlyDictionary<string, SchemaField>> _fields;

    /// <summary>The parameters by which a list can be filtered; some resources list parameters that have no effect (guide 8.4).</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, SchemaFilter> Filtering { get => _filtering.Or(EmptyMap.Of<SchemaFilter>()); init => _filtering = new(value); }
    [JsonInclude, JsonPropertyName("filtering")] internal Member<IReadOnlyDictionary<string, SchemaFilter>> _filtering;

    /// <summary>Members by which a list can be sorted, with a minus for descending. How to ask for it is not documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Ordering { get => _ordering.Or([]); init => _ordering = new(value); }
    [JsonInclude, JsonPropertyName("ordering")] internal Member<IReadOnlyList<string>> _ordering;

    /// <summary>Methods of the address of the list.</summary>
    [JsonIgnore]
    public IReadOnlyList<HttpMethod> AllowedListMethods { get => _allowedListMethods.Or(HttpMethodList.Empty); init => _allowedListMethods = new(new HttpMethodList(value)); }
    [JsonInclude, JsonPropertyName("allowed_list_http_methods")] internal Member<HttpMethodList> _allowedListMethods;

    /// <summary>Methods of the address of one object.</summary>
    [JsonIgnore]
    public IReadOnlyList<HttpMethod> AllowedDetailMethods { get => _allowedDetailMethods.Or(HttpMethodList.Empty); init => _allowedDetailMethods = new(new HttpMethodList(value)); }
    [JsonInclude, JsonPropertyName("allowed_detail_http_methods")] internal Member<HttpMethodList> _allowedDetailMethods;

    /// <summary>Number of objects on a page when none is asked for; 0 for all.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public int? DefaultLimit { get => _defaultLimit.Value; init => _defaultLimit = new(value); }
    [JsonInclude, JsonPropertyName("default_limit")] internal Member<int?> _defaultLimit;

    /// <summary>Content type of the answers, <c>application/json</c>.</summary>
    [JsonIgnore]
    public string DefaultFormat { get => _defaultFormat.Or(""); init => _defaultFormat = new(value); }
    [JsonInclude, JsonPropertyName("default_format")] internal Member<string> _defaultFormat;
}
