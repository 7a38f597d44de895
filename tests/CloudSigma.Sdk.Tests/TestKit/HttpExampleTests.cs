// The reader of raw HTTP text, with every carelessness that the documented examples have.
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.TestKit;

public class HttpExampleTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Request_is_taken_apart_whatever_ends_its_lines(string lineEnd)
    {
        var example = HttpExample.Parse(string.Join(lineEnd, "POST /api/2.0/x/?a=1&b=2%2C3 HTTP/1.1", "Content-Type: application/json", "", "{\"n\":", "1}", ""), "x");

        Assert.Equal((HttpExampleKind.Request, "POST", "/api/2.0/x/"), (example.Kind, example.Method, example.Path));
        Assert.Equal([KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2,3")], example.Query);
        Assert.Equal("application/json", example.Header("content-type"));
        Assert.Equal(1, example.Json.GetProperty("n").GetInt32());
    }

    [Fact]
    public void Answer_has_its_status_and_reason()
    {
        var example = HttpExample.Parse("HTTP/1.1 204 NO CONTENT\nContent-Type: text/html\n\n\n", "x");

        Assert.Equal((HttpExampleKind.Response, 204, "NO CONTENT", ""), (example.Kind, example.StatusCode, example.Reason, example.Body));
        Assert.Null(example.JsonProblem);
    }

    [Fact]
    public void Body_may_follow_without_a_blank_line()
    {
        var example = HttpExample.Parse("HTTP/1.1 200 OK\nContent-Type: application/json\n{\n  \"a\": 1\n}\n", "x");

        Assert.Single(example.Headers);
        Assert.Equal("""{"a":1}""", example.Json.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Blanks_inside_the_target_are_dropped_and_the_version_may_be_missing()
    {
        Assert.Equal("/api/2.0/servers/1/", HttpExample.Parse("GET /api/2.0/servers/ 1/ HTTP/1.1\n", "x").Target);
        Assert.Equal("/api/2.0/usage?a=1", HttpExample.Parse("GET /api/2.0/usage?a=1\n", "x").Target);
    }

    [Theory]
    [InlineData("{\"a\": 1}", HttpExampleKind.BodyOnly)]
    [InlineData("[1]", HttpExampleKind.BodyOnly)]
    [InlineData("python -c 'print 1'", HttpExampleKind.Other)]
    [InlineData("  \n", HttpExampleKind.Other)]
    public void Text_without_a_start_line_is_told_apart(string text, HttpExampleKind kind) => Assert.Equal(kind, HttpExample.Parse(text, "x").Kind);

    [Theory]
    [InlineData("{\"objects\": [{\"a\": 1} }", "{\"objects\": [{\"a\": 1}]}")]
    [InlineData("{\"a\": [1,\n],\n}", "{\"a\": [1]}")]
    [InlineData("{\"a\": \"}],\", \"b\": [{", "{\"a\": \"}],\", \"b\": [{}]}")]
    [InlineData("{\"a\": \"#1\"  # or \"2\"\n}", "{\"a\": \"#1\"}")]
    [InlineData("{\"a\": \"it's\", 'b': 'a \"b\"'}", "{\"a\": \"it's\", \"b\": \"a \\\"b\\\"\"}")]
    public void Damaged_json_is_reported_and_can_be_mended(string body, string mended)
    {
        var example = HttpExample.Parse("POST /x HTTP/1.1\n\n" + body, "x");

        Assert.StartsWith("not valid JSON", example.JsonProblem, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => example.Json);
        Assert.Null(JsonDifference.Find(JsonText.Parse(mended), example.MendedJson));
    }
}
