// Every documented example of every implemented operation: the request is sent as documented, the answer is read without loss.
using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Http;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.Contract;

public class DocumentedExampleTests(ITestOutputHelper output)
{
    private const string NoFolder = "(no examples: set CLOUDSIGMA_EXAMPLES to their folder)";

    public static TheoryData<string, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, string>();
            if (ExampleFolder.Path is null) rows.Add("", NoFolder);
            else foreach (var contract in Contracts.All) foreach (var example in contract.Examples) rows.Add(contract.Id, example.Name);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Documented_request_is_sent_and_its_answer_survives(string operation, string name)
    {
        if (name == NoFolder)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var contract = Contracts.Find(operation);
        var result = await ContractCheck.RunAsync(contract, contract.Examples.Single(e => e.Name == name));
        foreach (var file in result.MissingFiles) output.WriteLine($"missing: {file}");
        if (result.Reason is { } reason) output.WriteLine($"declared exception: {reason}");
        Assert.True(result.Differences.Count == 0, $"{name} ({operation}):\n{string.Join('\n', result.Differences)}");
    }

    [Fact]
    public async Task Summary_counts_the_examples_and_pins_the_members_that_are_only_kept()
    {
        if (ExampleFolder.Path is null)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var results = new List<ContractResult>();
        foreach (var contract in Contracts.All)
            foreach (var example in contract.Examples) results.Add(await ContractCheck.RunAsync(contract, example));
        var missing = results.SelectMany(static r => r.MissingFiles).ToList();
        var framework = "net" + typeof(DocumentedExampleTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Split('v')[^1];
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{framework}: {results.Count(static r => r.MissingFiles.Count == 0)} documented examples checked for {Contracts.All.Count} operations, {results.Count(static r => r.Reason is not null)} declared exceptions, {missing.Count} files missing");
        output.WriteLine(line);
        foreach (var file in missing) output.WriteLine($"missing: {file}");
        ContractSummary.Write(framework, line);

        var kept = results.SelectMany(static r => r.KeptMembers).Distinct().Order(StringComparer.Ordinal).ToList();
        CommittedText.Match(kept.Count == 0 ? "(none: the SDK knows every member)" : string.Join('\n', kept), "KeptMembers");
    }

    [Fact]
    public void Every_implemented_operation_is_under_contract()
    {
        var missing = Contracts.ImplementedIds.Except(Contracts.All.Select(static c => c.Id)).ToList();
        Assert.True(missing.Count == 0, $"Not under contract: {string.Join(", ", missing)}. Add them to the contracts of their area, with their documented examples.");
        var unknown = Contracts.All.Select(static c => c.Id).Except(Contracts.ImplementedIds).ToList();
        Assert.True(unknown.Count == 0, $"Under contract, but no public method carries [ApiOperation] with: {string.Join(", ", unknown)}.");
    }

    [Fact]
    public void Every_example_of_an_implemented_operation_is_in_the_table()
    {
        if (ExampleFolder.Operations is not { } operations)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var requests = ExampleFolder.Names.Select(ExampleFolder.Load).Where(static e => e.Kind == HttpExampleKind.Request).ToList();
        var problems = new List<string>();
        foreach (var operation in operations.Where(static o => Contracts.ImplementedIds.Contains(o.Id)))
        {
            var known = Contracts.Find(operation.Id).Examples.SelectMany(static e => new[] { e.RequestName, e.AnswerName }).ToHashSet();
            // What the documentation names, and what is there without being named.
            var named = operation.Examples.Where(static e => e.Contains("request_", StringComparison.Ordinal) || e.Contains("response_", StringComparison.Ordinal));
            var found = requests.Where(r => operation.Matches(r, Contracts.Root)).Select(static r => r.Name);
            problems.AddRange(named.Concat(found).Distinct().Where(n => !known.Contains(n)).Select(n => $"{operation.Id}: {n}"));
        }

        Assert.True(problems.Count == 0, $"Add these examples to the contracts of their operations:\n{string.Join('\n', problems)}");
    }
}
