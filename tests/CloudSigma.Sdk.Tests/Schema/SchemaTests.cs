using System.Globalization;
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Fakes;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;
using CloudSigma.Sdk.Tests.Contract;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.Schema;

public class SchemaTests(ITestOutputHelper output)
{
    private const string NoFolder = "(no examples: set CLOUDSIGMA_EXAMPLES to their folder)";

    public static TheoryData<string> Files
    {
        get
        {
            var files = ExampleFolder.Names.Where(static n => n.Contains("response_", StringComparison.Ordinal) && n.EndsWith("_schema", StringComparison.Ordinal)).ToList();
            return [.. files.Count == 0 ? [NoFolder] : files];
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_documented_schema_is_read_without_loss(string file)
    {
        if (file == NoFolder)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var json = ExampleFolder.Load(file).Json;
        if (!json.TryGetProperty("fields", out var fields))
        {
            // The one of the capabilities has no fields; it is under contract with its own model.
            Assert.Equal("response_capabilities_schema", file);
            return;
        }

        var schema = await TestClient.Create(new FakeHandler(json.GetRawText())).Servers.GetSchemaAsync();

        Assert.Null(JsonDifference.Find(json, JsonSerializer.SerializeToElement(schema, SdkJson.Context.ResourceSchema)));
        Assert.Empty(KeptMembers.Find([schema]));
        Assert.Equal(fields.EnumerateObject().Select(static f => f.Name), schema.Fields.Keys);
        Assert.Equal("application/json", schema.DefaultFormat);
        var all = All(schema.Fields).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} fields, {schema.Filtering.Count} filters"));
        // What has no type is an object that shows its members.
        Assert.All(all, static f => Assert.True(f.Type == default ? f.Fields.Count > 0 : SchemaFieldType.KnownValues.Contains(f.Type)));
        Assert.All(all.Where(static f => f.HasDefault && f.Default is not null), static f => Assert.NotEqual("No default provided.", f.Default!.Value.ToString()));
        Assert.All(schema.Filtering.Values, static f => Assert.True(f.AllowsEveryOperator || f.Operators.Count > 0));
    }

    [Fact]
    public void Documented_schemas_are_all_there()
    {
        if (ExampleFolder.Path is null) return;
        Assert.Equal(33, Files.Count);
    }

    [Fact]
    public async Task Every_form_of_a_schema_is_read()
    {
        var schema = await ReadAsync(
            """
            {"allowed_detail_http_methods": ["get", "put", "delete"], "allowed_list_http_methods": "get", "default_format": "application/json", "default_limit": "0",
             "filtering": {"name": "exact", "object": ["exact", "in"], "time": 1, "never": 0}, "ordering": ["-time"], "new": {},
             "fields": {
               "a": {"type": "string", "default": "No default provided.", "readonly": true, "required": true, "help_text": "text", "choices": ["x", 2]},
               "b": {"type": "geometry", "default": null, "readonly": false, "blank": true, "nullable": false, "unique": true, "later": 1},
               "c": {"type": "related", "default": {"k": [1.50]}, "readonly": false, "required": false, "fields": {"inner": {"type": "dict", "readonly": false}}},
               "d": [{"fields": {"inner": {"type": "integer", "readonly": true}}}]}}
            """);

        Assert.Equal([HttpMethod.Get], schema.AllowedListMethods);
        Assert.Equal([HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete], schema.AllowedDetailMethods);
        Assert.Equal(0, schema.DefaultLimit);
        Assert.Equal(["-time"], schema.Ordering);
        Assert.Equal(["exact"], schema.Filtering["name"].Operators);
        Assert.Equal(["exact", "in"], schema.Filtering["object"].Operators);
        Assert.Equal((true, 0), (schema.Filtering["time"].AllowsEveryOperator, schema.Filtering["time"].Operators.Count));
        Assert.False(schema.Filtering["never"].AllowsEveryOperator);

        var (a, b, c, d) = (schema.Fields["a"], schema.Fields["b"], schema.Fields["c"], schema.Fields["d"]);
        Assert.Equal((SchemaFieldType.String, true, true, false, null), (a.Type, a.IsReadOnly, a.IsRequired, a.HasDefault, a.Default));
        Assert.Equal(["x", "2"], a.Choices.Select(static j => j.ToString()));
        Assert.Equal(("geometry", true, null, null), (b.Type.Value, b.HasDefault, b.Default, b.IsRequired));
        Assert.Equal((true, false, true), (b.IsBlank, b.IsNullable, b.IsUnique));
        Assert.True(b.AdditionalMembers.ContainsKey("later"));
        Assert.Equal((true, JsonValueKind.Object), (c.HasDefault, c.Default!.Value.ValueKind));
        Assert.Equal(SchemaFieldType.Dict, c.Fields["inner"].Type);
        Assert.False(c.Fields["inner"].HasDefault);
        Assert.Equal(SchemaFieldType.Integer, d.Fields["inner"].Type);
        Assert.Empty(a.Fields);
    }

    [Theory]
    [InlineData("""{"fields": {"a": "text"}}""")]
    [InlineData("""{"fields": {"a": [{}, {}]}}""")]
    [InlineData("""{"fields": []}""")]
    [InlineData("""{"allowed_list_http_methods": 1}""")]
    [InlineData("""{"allowed_list_http_methods": ["g e t"]}""")]
    [InlineData("""{"filtering": {"a": true}}""")]
    [InlineData("""{"filtering": {"a": [1]}}""")]
    public Task A_schema_that_is_none_is_an_error_that_says_so(string json) => Assert.ThrowsAsync<InvalidResponseException>(() => ReadAsync(json));

    [Fact]
    public async Task The_schema_of_the_capabilities_has_methods_and_a_text()
    {
        var client = TestClient.Create(new FakeHandler("""{"allowed_methods": ["get"], "help_text": "limits"}"""));

        var schema = await client.Capabilities.GetSchemaAsync();

        Assert.Equal([HttpMethod.Get], schema.AllowedMethods);
        Assert.Equal("limits", schema.HelpText);
    }

    private static Task<ResourceSchema> ReadAsync(string json) => TestClient.Create(new FakeHandler(json)).Jobs.GetSchemaAsync();

    private static IEnumerable<SchemaField> All(IReadOnlyDictionary<string, SchemaField> fields) => fields.Values.SelectMany(static f => All(f.Fields).Prepend(f));
}
