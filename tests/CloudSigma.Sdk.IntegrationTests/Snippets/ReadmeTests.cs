using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

public partial class ReadmeTests
{
    [Fact]
    public void Every_snippet_of_the_readme_is_compiled_code()
    {
        var compiled = Regions().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "tests/CloudSigma.Sdk.IntegrationTests/Snippets/ReadmeSnippets.cs")).ReplaceLineEndings("\n"))
            .ToDictionary(m => m.Groups["name"].Value, m => Unindent(m.Groups["code"].Value));
        var shown = Fences().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "README.md")).ReplaceLineEndings("\n"))
            .Select(m => (Name: m.Groups["name"].Value, Code: m.Groups["code"].Value.TrimEnd()))
            .ToList();

        Assert.All(shown, s => Assert.True(s.Name.Length > 0, "Put a line <!-- snippet: name --> in front of the code block, with the name of a region in ReadmeSnippets.cs:\n" + s.Code));
        Assert.All(shown, s => Assert.Equal(compiled.GetValueOrDefault(s.Name), s.Code));
        Assert.Equal(compiled.Keys.Order(), shown.Select(s => s.Name).Order());
    }

    [Fact]
    public void Registration_gives_two_clients()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("CloudSigma:Location", "ZRH"), new("CloudSigma:Username", "user@domain.tld"), new("CloudSigma:Password", "secret")]).Build();
        var services = new ServiceCollection();
        ReadmeSnippets.Register(services, configuration);
        using var provider = services.BuildServiceProvider();

        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", provider.GetRequiredService<ICloudSigmaClient>().Endpoint.AbsoluteUri);
        Assert.Equal("https://gva.cloudsigma.com/api/2.0/", provider.GetRequiredKeyedService<ICloudSigmaClient>("backup").Endpoint.AbsoluteUri);
        using var client = ReadmeSnippets.Create();
        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", client.Endpoint.AbsoluteUri);
    }

    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var client = cloud.Client;

        var server = await cloud.RunAsync(ReadmeSnippets.CreateAsync(client, default));
        Assert.Equal("web-2", (await ReadmeSnippets.UpdateAsync(client, server, default)).Name);
        await ReadmeSnippets.ListAsync(client, default);
        await cloud.RunAsync(Run(ReadmeSnippets.WaitAsync(client, server.Drives[0].Drive!.Uuid, new Progress<OperationProgress>(), default)));
        await ReadmeSnippets.HandleErrorsAsync(client, Guid.NewGuid(), default);
        await ReadmeSnippets.TestAsync();

        var names = (await client.Drives.ListAsync().ReadAllAsync()).Select(d => d.Name).Order();
        Assert.Equal(["copy", "data"], names);

        static async Task<bool> Run(Task task)
        {
            await task;
            return true;
        }
    }

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
