// Every block of C# in these pages is a region of code that is compiled, and run by a test.
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

public partial class SnippetTests
{
    [Theory]
    [InlineData("README.md", "ReadmeSnippets.cs")]
    [InlineData("docs/storage.md", "StorageSnippets.cs")]
    [InlineData("docs/compute.md", "ComputeSnippets.cs")]
    [InlineData("docs/sharing.md", "SharingSnippets.cs")]
    [InlineData("docs/transfers.md", "TransferSnippets.cs")]
    public void Every_snippet_of_a_page_is_compiled_code(string page, string source)
    {
        var compiled = Regions().Matches(Read($"tests/CloudSigma.Sdk.IntegrationTests/Snippets/{source}")).ToDictionary(m => m.Groups["name"].Value, m => Unindent(m.Groups["code"].Value));
        var shown = Fences().Matches(Read(page)).Select(m => (Name: m.Groups["name"].Value, Code: m.Groups["code"].Value.TrimEnd())).ToList();

        Assert.All(shown, s => Assert.True(s.Name.Length > 0, $"Put a line <!-- snippet: name --> in front of the code block, with the name of a region in {source}:\n{s.Code}"));
        Assert.All(shown, s => Assert.Equal(compiled.GetValueOrDefault(s.Name), s.Code));
        Assert.Equal(compiled.Keys.Order(), shown.Select(s => s.Name).Order());
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Find(), path)).ReplaceLineEndings("\n");

    private static string Unindent(string code)
    {
        var lines = code.Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : l.Trim()));
    }

    [GeneratedRegex(@"#region (?<name>\S+)\n(?<code>.*?)\n\s*#endregion", RegexOptions.Singleline)]
    private static partial Regex Regions();

    [GeneratedRegex(@"(?:<!-- snippet: (?<name>\S+) -->\n)?```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
