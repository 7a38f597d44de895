using System.Text;
using CloudSigma.Sdk.Core.Filters;

namespace CloudSigma.Sdk.Core.Tests.Filters;

public class FilterTests
{
    private sealed class Filter : ResourceFilter<Filter>
    {
        public Filter Name(params string[] names) => Where("name", names);

        public Filter Uuid(params Guid[] uuids) => Where("uuid", uuids);

        public Filter Fields(params string[] names) => SelectFields(names);
    }

    /// <summary>Reads a parameter as the API does (guide 8.4).</summary>
    private static List<string> Parse(string query)
    {
        var text = Uri.UnescapeDataString(query["name=".Length..]);
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (end < text.Length && text[end] == '\\') end++;
            var backslashes = end - i;
            if (end < text.Length && text[end] == ',')
            {
                value.Append('\\', backslashes / 2);
                if (backslashes % 2 == 1)
                {
                    value.Append(',');
                }
                else
                {
                    values.Add(value.ToString());
                    value.Clear();
                }

                i = end;
            }
            else if (backslashes > 0)
            {
                value.Append('\\', backslashes);
                i = end - 1;
            }
            else
            {
                value.Append(text[i]);
            }
        }

        values.Add(value.ToString());
        return values;
    }

    [Fact]
    public void The_documented_example_is_written_as_documented() =>
        Assert.Equal(@"name=name\,long\\,name2", Uri.UnescapeDataString(new Filter().Name(@"name,long\", "name2").Query));

    [Theory]
    [InlineData("plain")]
    [InlineData("a,b")]
    [InlineData(@"a\b")]
    [InlineData(@"a\,b")]
    [InlineData(@"a\\,\b\")]
    [InlineData("quote\" and 'quote'")]
    [InlineData("a&b=c#d?e/f%2C+g h")]
    [InlineData("line\r\nbreak\ttab")]
    [InlineData("\u00fcn\u00ef\u00e7\u00f6d\u00e9 \u4e2d\u6587 \ud83d\ude80")]
    [InlineData("")]
    public void Any_value_arrives_as_it_is(string value)
    {
        Assert.Equal([value], Parse(new Filter().Name(value).Query));
        Assert.Equal([value, value, "x"], Parse(new Filter().Name(value, value, "x").Query));
        Assert.DoesNotContain('\n', new Filter().Name(value).Query);
    }

    [Fact]
    public void Random_values_of_commas_and_backslashes_arrive_as_they_are()
    {
        var random = new Random(17);
        for (var round = 0; round < 20_000; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => new string([.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => @"\,ab"[random.Next(4)])]))
                .ToArray();

            Assert.Equal(values, Parse(new Filter().Name(values).Query));
        }
    }

    [Fact]
    public void Calls_are_joined_and_leave_the_filter_before_them_alone()
    {
        var uuid = Guid.NewGuid();
        var first = new Filter().Name("a", "b");

        Assert.Equal($"name=a%2Cb&uuid={uuid:D}&fields=uuid,name", first.Uuid(uuid).Fields("uuid", "name").Query);
        Assert.Equal("name=a%2Cb", first.Query);
    }

    [Fact]
    public void Bad_values_are_refused_with_the_name_of_the_parameter()
    {
        Assert.Contains("'name'", Assert.Throws<ArgumentException>(() => new Filter().Name()).Message, StringComparison.Ordinal);
        Assert.Contains("null", Assert.Throws<ArgumentException>(() => new Filter().Name("a", null!)).Message, StringComparison.Ordinal);
        Assert.Contains("NUL", Assert.Throws<ArgumentException>(() => new Filter().Name("a\0b")).Message, StringComparison.Ordinal);
        Assert.Contains("'uuid'", Assert.Throws<ArgumentException>(() => new Filter().Uuid(Guid.Empty)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Filter().Fields("uuid", " "));
    }
}
