// Comparison of JSON by value and by shape.
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.TestKit;

public class JsonComparisonTests
{
    [Theory]
    [InlineData("1073741824.0", "1073741824")]
    [InlineData("1e3", "1000")]
    [InlineData("-0.0", "0")]
    [InlineData("""{"a": 1, "b": [true, null]}""", """{"b": [true, null], "a": 1}""")]
    [InlineData("""{"a": 1, "a": 2}""", """{"a": 2}""")]
    [InlineData("\"\\u0041\"", "\"A\"")]
    public void Equal_values_have_no_difference(string left, string right) => Assert.Null(JsonDifference.Find(JsonText.Parse(left), JsonText.Parse(right)));

    [Theory]
    [InlineData("1", "1.0000000000000000000000000000000001", "$")]
    [InlineData("1", "\"1\"", "$")]
    [InlineData("""{"a": [1, {"b": 2}]}""", """{"a": [1, {"b": 3}]}""", "$.a[1].b")]
    [InlineData("""{"a": null}""", "{}", "$.a")]
    [InlineData("{}", """{"a": null}""", "$.a")]
    [InlineData("[1]", "[1, 2]", "$.length")]
    public void First_difference_is_located(string expected, string actual, string path) =>
        Assert.Equal(path, JsonDifference.Find(JsonText.Parse(expected), JsonText.Parse(actual))?.Path);

    [Fact]
    public void Subset_allows_more_members_outside_but_not_inside()
    {
        Assert.Null(JsonDifference.FindMissing(JsonText.Parse("""{"a": {"b": 1}}"""), JsonText.Parse("""{"a": {"b": 1}, "c": 2}""")));
        Assert.Equal("$.a.c", JsonDifference.FindMissing(JsonText.Parse("""{"a": {"b": 1}}"""), JsonText.Parse("""{"a": {"b": 1, "c": 2}}"""))?.Path);
    }

    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 2}""", "")]
    [InlineData("""{"a": null}""", """{"a": {"b": 1}}""", "")]
    [InlineData("""{"a": []}""", """{"a": [{"b": 1}]}""", "")]
    [InlineData("""[{"a": 1, "b": 2}, {"a": 1}]""", """[{"a": 1}]""", "")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "$.a: is string instead of number")]
    [InlineData("""{"a": 1, "b": 2}""", """{"a": 1}""", "$.b: is missing")]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""", "$.b: is new")]
    [InlineData("""{"meta": {"x": 1}}""", """{"meta": {"y": 1}}""", "")]
    public void Shapes_compare_names_and_kinds(string expected, string actual, string differences) => Assert.Equal(
        differences,
        string.Join('\n', JsonShape.Of(JsonText.Parse(expected)).Differences(JsonShape.Of(JsonText.Parse(actual)), static path => path.EndsWith(".meta", StringComparison.Ordinal))));
}
