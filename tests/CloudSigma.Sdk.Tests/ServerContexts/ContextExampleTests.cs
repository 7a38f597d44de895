using System.Text.Json;
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;
using CloudSigma.Sdk.Tests.Contract;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.ServerContexts;

/// <summary>The documented questions are sent as documented, and their answers are read without loss.</summary>
public partial class ContextExampleTests(ITestOutputHelper output)
{
    private const string NoFolder = "(no examples: set CLOUDSIGMA_EXAMPLES to their folder)";

    public static TheoryData<string> Examples => [.. ExampleFolder.Path is null ? [NoFolder] : Names];

    private static IEnumerable<string> Names => ExampleFolder.Names.Select(static n => ExampleName().Match(n)).Where(static m => m.Success).Select(static m => m.Groups["name"].Value);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Documented_answer_is_read(string name)
    {
        if (name == NoFolder)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var question = DocumentedQuestion(name);
        var answer = ReadFile("response_" + name).TrimEnd('\r', '\n');
        var (guest, line) = DuplexStream.CreatePair();
        var host = new FakeContextHost(line, "{}");
        host.Script.Enqueue(answer + "\n\u0004");
        var running = host.RunAsync();
        await using (var client = new ServerContextClient(guest))
        {
            if (question.Length > 0)
            {
                Assert.Equal(answer, await client.GetValueAsync(question));
            }
            else
            {
                var context = await client.GetAsync();
                Assert.Null(JsonDifference.Find(JsonText.Parse(answer), JsonSerializer.SerializeToElement(context, SdkJson.Context.ServerContextInfo)));
                Assert.Empty(KeptMembers.Find([context]));
                Assert.Equal((new Guid("e0fcf2ae-020e-45e1-bf69-982b17da4b6a"), 1000, 1, ByteSize.GiB(1)), (context.Uuid, context.Cpu, context.Smp, context.Memory));
                Assert.Equal((ByteSize.GiB(3), DriveMedia.Disk), (context.Drives[0].Drive!.Size, context.Drives[0].Drive!.Media));
                Assert.Equal(("94.26.101.144", "94.26.101.1", 24), (context.Nics[0].IPv4!.IP!.Address!.ToString(), context.Nics[0].IPv4!.IP!.Gateway!.ToString(), context.Nics[0].IPv4!.IP!.Netmask));
                Assert.All(context.Nics[0].IPv4!.IP!.Nameservers, static n => Assert.NotEmpty(n.ToString()));
            }
        }

        await running;
        Assert.Equal([question], host.Paths);
    }

    [Fact]
    public void The_examples_cover_everything_and_single_values()
    {
        if (ExampleFolder.Path is null) return;
        Assert.Contains(Names, static n => DocumentedQuestion(n).Length == 0);
        Assert.Contains(Names, static n => DocumentedQuestion(n).StartsWith("/meta/", StringComparison.Ordinal));
    }

    /// <summary>The path in a command such as <c>s.write("&lt;\n/meta/key\n&gt;")</c>.</summary>
    private static string DocumentedQuestion(string name) => WrittenQuestion().Match(ReadFile("request_" + name)) is { Success: true } match
        ? match.Groups["path"].Value
        : throw new InvalidOperationException($"request_{name} writes no question.");

    private static string ReadFile(string name) => File.ReadAllText(Path.Combine(ExampleFolder.Path!, name));

    [GeneratedRegex("^request_(?<name>(?:global_)?context_.*)$")]
    private static partial Regex ExampleName();

    [GeneratedRegex(@"<\\n(?<path>.*?)\\n>")]
    private static partial Regex WrittenQuestion();
}
