using System.Text;
using System.Text.Json;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk.Core.Tests.Paging;

public class JsonPageParserTests
{
    // Text that looks like structure, so that a parser which loses its place cannot go unnoticed.
    private static readonly string[] Names = ["}", "{", "\"", "\\", "\\\"", "\\\\\"}", "},{", "]}", "é{\n\t}", "{\"name\": \"x\"}", "\\\\\\\\", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(64)]
    [InlineData(1 << 20)]
    public void Braces_quotes_and_backslashes_in_texts_are_no_structure(int chunk)
    {
        // The padding moves every text over every position within a block of 64 bytes.
        for (var padding = 0; padding < 64; padding++)
        {
            var names = Names.Select(name => new string('.', padding) + name + new string(',', 100)).ToArray();
            var objects = names.Select((name, i) => $$$"""{"size": {{{i}}}, "name": {{{JsonSerializer.Serialize(name)}}}, "extra": {"a": [{}, {"b": {}}]}}""");

            Assert.Equal(names, Read($$"""{"meta": {}, "objects": [{{string.Join(" , ", objects)}}]}""", chunk));
        }
    }

    [Fact]
    public void Two_lists_in_one_answer_are_read_one_after_the_other() =>
        Assert.Equal(["a", "b"], Read("""{"objects": [{"name": "a"}], "objects": [{"name": "b"}]}""", 5));

    [Theory]
    [InlineData("""[{"name": "a"},]""")]
    [InlineData("""[,{"name": "a"}]""")]
    [InlineData("""[{"name": "a"},,{"name": "b"}]""")]
    [InlineData("""[{"name": "a"} {"name": "b"}]""")]
    [InlineData("""[{"name": "a"}}""")]
    [InlineData("""[{"name": "a"}"name"]""")]
    [InlineData("""[{"name": "a"]}, {"name": "b"}]""")]
    [InlineData("""[{"name": a}, {"name": "b"}]""")]
    [InlineData("""[{"name": "a}, {"name": "b"}]""")]
    [InlineData("""[7]""")]
    [InlineData("""["a"]""")]
    [InlineData("""[[]]""")]
    [InlineData("""[null]""")]
    public void A_fault_between_or_within_objects_is_found(string json)
    {
        foreach (var chunk in (int[])[1, 10, 1000])
        {
            Assert.ThrowsAny<JsonException>(() => Read(json, chunk));
            // The same with enough bytes behind it that whole blocks are there.
            Assert.ThrowsAny<JsonException>(() => Read(json.Insert(json.Length - 1, new string(' ', 200)), chunk));
        }
    }

    private static List<string> Read(string json, int chunk)
    {
        var bytes = Encoding.UTF8.GetBytes(json).AsSpan();
        using var parser = new JsonPageParser<TestItem>(TestJson.Context.TestItem);
        var names = new List<string>();
        while (true)
        {
            switch (parser.TryRead(out var item))
            {
                case ReadResult.Item:
                    names.Add(item!.Name);
                    break;
                case ReadResult.EndOfPage:
                    return names;
                default:
                    Assert.False(bytes.IsEmpty, "The parser wants more than there is.");
                    var next = bytes[..Math.Min(Math.Min(chunk, bytes.Length), parser.GetMemory().Length)];
                    next.CopyTo(parser.GetMemory().Span);
                    parser.Advance(next.Length);
                    bytes = bytes[next.Length..];
                    break;
            }
        }
    }
}
