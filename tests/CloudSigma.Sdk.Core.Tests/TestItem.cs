// A small model, and a server that lists such objects.
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Json;
using CloudSigma.Sdk.Core.Paging;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests;

public sealed record TestItem : ApiModel
{
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    [JsonIgnore]
    public int? Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<int?> _size;

    [JsonIgnore]
    public ApiErrorType Kind { get => _kind.Value; init => _kind = new(value); }
    [JsonInclude, JsonPropertyName("kind")] internal Member<ApiErrorType> _kind;
}

[JsonSerializable(typeof(TestItem))]
[JsonSerializable(typeof(ApiErrorType))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(ByteSize))]
[JsonSerializable(typeof(ResourceUri))]
[JsonSerializable(typeof(ResourceReference))]
[JsonSerializable(typeof(IPAddressReference))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ResourceReference>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(DateTimeOffset))]
internal sealed partial class TestJson : JsonSerializerContext
{
    public static TestJson Context { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new MemberConverters().AddStruct<ApiErrorType>() },
    });
}

/// <summary>A server with one list at <c>/api/items/</c>, whose answers a test can twist.</summary>
internal sealed class ItemServer
{
    public ItemServer(int count)
    {
        for (var i = 0; i < count; i++) Items.Add(Item(i));
        Handler = new FakeHandler((request, token) =>
        {
            BeforeAnswer?.Invoke(request);
            return Answer is { } answer ? answer(request, token) : Task.FromResult(FakeHandler.Json(Page(request)));
        });
    }

    public List<TestItem> Items { get; } = [];

    public FakeHandler Handler { get; }

    public Action<FakeRequest>? BeforeAnswer { get; set; }

    public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? Answer { get; set; }

    public int MaxLimit { get; set; } = int.MaxValue;

    public static TestItem Item(int i) => new() { Uuid = new Guid(i + 1, 0, 0, new byte[8]), Name = $"item-{i}" };

    public string Page(FakeRequest request) => Page(request.Offset, request.Limit);

    public string Page(int offset, int limit, string form = "meta-first")
    {
        var take = Math.Min(limit == 0 ? int.MaxValue : limit, MaxLimit);
        var page = Items.Skip(offset).Take(take).Select(i => JsonSerializer.Serialize(i, TestJson.Context.TestItem));
        var meta = $$"""{"limit": {{Math.Min(limit, MaxLimit)}}, "offset": {{offset}}, "total_count": {{Items.Count}}}""";
        var objects = $"[{string.Join(",", page)}]";
        return form switch
        {
            "meta-first" => $$"""{"meta": {{meta}}, "objects": {{objects}}}""",
            "meta-last" => $$"""{"objects": {{objects}}, "meta": {{meta}}}""",
            "no-meta" => $$"""{"objects": {{objects}}}""",
            "bare" => objects,
            "extra" => $$"""{"price": "0E-16", "current": {"a": [1, {"b": 2}]}, "meta": {{meta}}, "objects": {{objects}}, "next": [[]]}""",
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }

    public ApiPipeline Pipeline(Func<ApiPipelineOptions, ApiPipelineOptions>? change = null)
    {
        var options = new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/"), PageSize = 100, Retry = new RetryOptions { MaxRetries = 0 } };
        return new ApiPipeline(new HttpClient(Handler) { Timeout = Timeout.InfiniteTimeSpan }, change?.Invoke(options) ?? options);
    }

    public Pageable<TestItem> List(Func<ApiPipelineOptions, ApiPipelineOptions>? change = null, CancellationToken cancellationToken = default) =>
        Pipeline(change).List(new ListRequest<TestItem, Guid>("items-list", "items/", TestJson.Context.TestItem, static i => i.Uuid), cancellationToken);

    public static byte[] Cut(string json, string before)
    {
        var index = json.IndexOf(before, StringComparison.Ordinal);
        return index < 0 ? throw new ArgumentException($"'{before}' is not in the page.") : Encoding.UTF8.GetBytes(json[..index]);
    }

    public static HttpResponseMessage Status(HttpStatusCode status, string body, string type = "application/json") => FakeHandler.Text(body, type, status);
}
