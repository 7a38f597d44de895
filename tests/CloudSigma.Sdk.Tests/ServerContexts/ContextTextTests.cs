namespace CloudSigma.Sdk.Tests.ServerContexts;

public class ContextTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"a\nb\rc\td", "a\nb\rc\td")]
    [InlineData(@"a\\nb", @"a\nb")]
    [InlineData(@"a\\\nb", "a\\\nb")]
    [InlineData(@"\b\f\/\""", "\b\f/\"")]
    [InlineData(@"gr\u00f6\u00DFer \ud83d\ude00", "größer \U0001F600")]
    [InlineData(@"C:\Windows\", @"C:\Windows\")]
    [InlineData(@"\u12", @"\u12")]
    [InlineData(@"\u 123", @"\u 123")]
    [InlineData(@"\x41\'", @"\x41\'")]
    [InlineData(@"\", @"\")]
    public void Escapes_are_those_of_json_and_anything_else_stands_for_itself(string line, string value) => Assert.Equal(value, ContextText.Unescape(line));

    [Fact]
    public void A_question_is_three_lines() => Assert.Equal("<\n/meta/größe\n>"u8.ToArray(), ContextText.Question("/meta/größe"));

    [Fact]
    public void An_empty_path_asks_for_everything() => Assert.Equal("<\n\n>"u8.ToArray(), ContextText.Question(""));
}
