// Does the emulator answer in the documented shape? The recordings show its answers, the documented examples the shape.
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.Contract;

public class RecordedShapeTests(ITestOutputHelper output)
{
    private const string NoFolder = "(no examples: set CLOUDSIGMA_EXAMPLES to their folder)";

    /// <summary>Members of the emulator's answers that some operation's examples do not show, and why they are right.</summary>
    private static readonly Dictionary<string, string> NewerMembers = new()
    {
        ["capabilities drives.local_nvme"] = "A storage type of the present schema; the location of the example did not offer it.",
        ["backupschedulers enable_backup_policy_notifications"] = "The example of a single read is of the older kind (type dr), which lacks it.",
        ["backupschedulers enable_retention_policy_notifications"] = "The example of a single read is of the older kind (type dr), which lacks it.",
        ["backupschedulers retention_policy.name"] = "The example of a single read is of the older kind (type dr), where the policy is empty.",
        ["backupschedulers retention_policy.rules"] = "The example of a single read is of the older kind (type dr), where the policy is empty.",
        ["drives backup_scheduler"] = "Added to the API after most examples were written; newer ones have it.",
        ["drives iops"] = "Added to the API after most examples were written; newer ones have it.",
        ["drives remote_snapshots"] = "Added to the API after most examples were written; newer ones have it.",
        ["drives runtime.is_downloadable"] = "Added to the API after the examples of clones were written.",
        ["drives runtime.is_ephemeral"] = "Added to the API after the examples of clones were written.",
        ["remotesnapshots fields.drive_meta"] = "The published example is the schema of local snapshots; the recordings have the member.",
        ["remotesnapshots fields.last_state_change"] = "The published example is the schema of local snapshots; the recordings have the member.",
        ["remotesnapshots fields.location"] = "The published example is the schema of local snapshots; the recordings have the member.",
        ["servers allocation_pool"] = "In the present schema; the examples are of 2014 and 2015.",
        ["servers auto_start"] = "In the present schema; the examples are of 2014 and 2015.",
        ["servers epcs"] = "In the present schema and in newer requests; the examples are of 2014 and 2015.",
        ["servers gpus"] = "In the present schema and in newer requests; the examples are of 2014 and 2015.",
        ["servers is_grey"] = "In the present schema; the examples are of 2014 and 2015.",
        ["servers nics[].runtime.rx_foreign"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers nics[].runtime.rx_local"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers nics[].runtime.tx_foreign"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers nics[].runtime.tx_local"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers runtime.perf_factor"] = "Backfilling servers only; the text names it, and no example of one was published.",
        ["servers runtime.nics[].rx_foreign"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers runtime.nics[].rx_local"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers runtime.nics[].tx_foreign"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["servers runtime.nics[].tx_local"] = "A counter of the present schema; the examples are of 2014 and 2015.",
        ["vmware fields.disk"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.media"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.nics.fields.adapter_type"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.nics.help_text"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.nics.readonly"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.nics.required"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.nics.type"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.resource_uri"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
        ["vmware fields.uuid"] = "The documented schema nests disks and media in the cards; the recorded server has them beside (guide 32).",
    };

    /// <summary>Forms that the guide describes and the examples of an operation do not show.</summary>
    private static readonly Dictionary<string, string> OtherForms = new()
    {
        ["backupschedulers incremental_backup.end_time.hour: is string instead of number"] = "Without a window the hours and minutes are empty texts (guide 23); the examples have a window.",
        ["backupschedulers incremental_backup.end_time.minute: is string instead of number"] = "As the hour.",
        ["backupschedulers incremental_backup.start_time.hour: is string instead of number"] = "As the hour.",
        ["backupschedulers incremental_backup.start_time.minute: is string instead of number"] = "As the hour.",
        ["backupschedulers incremental_backup.month: is array instead of string"] = "A list of months comes back as an array (guide 23); one example shows it.",
        ["backupschedulers initial_backup.day_of_week: is missing"] = "Without a first backup the object is empty (fields of the scheduler).",
        ["backupschedulers initial_backup.end_time: is missing"] = "As the days.",
        ["backupschedulers initial_backup.start_time: is missing"] = "As the days.",
        ["tags resource_uri: is object instead of string"] = "In lists by tag it is an object, as in the example of servers; the list of drives has none of its own.",
        ["vmware fields.nics.fields.disk: is missing"] = "The recorded server has its disks beside the cards (guide 32).",
        ["vmware fields.nics.fields.media: is missing"] = "The recorded server has its media beside the cards (guide 32).",
    };

    public static TheoryData<string> Operations => [.. ExampleFolder.Path is null ? [NoFolder] : Contracts.All.Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Recorded_answer_has_the_documented_shape(string operation)
    {
        if (operation == NoFolder)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var problems = Differences(Contracts.Find(operation)).Where(static d => !IsNewerMember(d) && !OtherForms.ContainsKey(d)).ToList();
        Assert.True(problems.Count == 0, $"The emulator answers {operation} in another shape than documented:\n{string.Join('\n', problems)}");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Recorded_answer_has_the_documented_status(string operation)
    {
        if (operation == NoFolder) return;
        var contract = Contracts.Find(operation);
        var documented = Documented(contract).Select(static a => a.StatusCode).Where(static s => s > 0).Distinct().ToList();
        if (documented.Count == 0) output.WriteLine($"{operation} has no documented answer in the folder.");
        else Assert.All(Recorded(contract), a => Assert.Contains(a.StatusCode, documented));
    }

    [Fact]
    public void Declared_differences_are_still_there()
    {
        if (ExampleFolder.Path is null) return;
        var found = Contracts.All.SelectMany(Differences).ToHashSet();
        var stale = NewerMembers.Keys.Where(k => !found.Contains($"{k}: is new")).Concat(OtherForms.Keys.Where(k => !found.Contains(k))).ToList();
        Assert.True(stale.Count == 0, $"Remove these rows, the examples show the members or the emulator does not: {string.Join(", ", stale)}.");
    }

    [Fact]
    public void Recorded_refusals_have_the_error_body_of_the_api()
    {
        var refusals = RecordingFolder.Names.SelectMany(static n => HttpExchange.Load(RecordingFolder.FileOf(n))).Select(static e => e.Answer).Where(static a => a.StatusCode >= 400).ToList();
        Assert.NotEmpty(refusals);
        var shape = JsonShape.Of(JsonText.Parse("""[{"error_type": "validation", "error_message": "text", "error_point": null}]"""));
        Assert.All(refusals, a => Assert.Empty(shape.Differences(JsonShape.Of(a.Json))));
    }

    /// <summary>What differs, as <c>drives runtime.size: is missing</c>.</summary>
    private static IEnumerable<string> Differences(OperationContract contract)
    {
        if (contract.Form == AnswerForm.None) return Recorded(contract).Where(static a => a.Body.Length > 0).Select(static a => $"{a.Name}: has a body");
        if (contract.Form is AnswerForm.Text or AnswerForm.Bytes) return [];
        // A drive is a drive, whatever it was made of.
        var area = contract.AnswerType == SdkJson.Context.Drive ? "drives" : contract.AnswerType == SdkJson.Context.Server ? "servers" : contract.Id.Split('-')[0];
        var documented = Documented(contract);
        // Schemas of different resources have different members.
        if (documented.Count == 0 && contract.AnswerType == SdkJson.Context.ResourceSchema) return [];
        // Without an answer of its own, the objects of the other operations on the same model show the shape.
        if (documented.Count == 0)
        {
            var siblings = Contracts.All.Where(c => c.AnswerType == contract.AnswerType).SelectMany(c => Documented(c).SelectMany(a => Objects(c, a)));
            return Compare(area, siblings, Recorded(contract).SelectMany(a => Objects(contract, a)));
        }

        var envelope = contract.Form == AnswerForm.Objects ? Compare(area + " (envelope)", documented.Select(Envelope), Recorded(contract).Select(Envelope)) : [];
        return envelope.Concat(Compare(area, documented.SelectMany(a => Objects(contract, a)), Recorded(contract).SelectMany(a => Objects(contract, a))));
    }

    private static IEnumerable<string> Compare(string area, IEnumerable<JsonElement> documented, IEnumerable<JsonElement> recorded) =>
        JsonShape.Of(documented).Differences(JsonShape.Of(recorded), path => path == "$.meta" || (path == "$" && area == "global")).Select(d => $"{area} {d[2..]}");

    private static List<JsonElement> Objects(OperationContract contract, HttpExample answer) =>
        contract.Form == AnswerForm.Single ? [answer.Json] : [.. answer.Json.GetProperty("objects").EnumerateArray()];

    /// <summary>What is around the objects; under another name than the free map <c>meta</c> of an object.</summary>
    private static JsonElement Envelope(HttpExample answer) => JsonSerializer.SerializeToElement(
        answer.Json.EnumerateObject().Where(static m => m.Name != "objects").ToDictionary(static m => "list." + m.Name, static m => m.Value));

    /// <summary>The answers in the folder, without fragments, which would make every other member optional.</summary>
    private static List<HttpExample> Documented(OperationContract contract) =>
        [.. contract.Examples.Where(static e => e.Exception is not { RequestIsFragment: true } && ExampleFolder.Has(e.AnswerName)).Select(ContractCheck.LoadAnswer)];

    private static List<HttpExample> Recorded(OperationContract contract) =>
    [
        .. RecordingFolder.Names.Where(n => RecordingFolder.OperationOf(n, Contracts.ImplementedIds) == contract.Id)
            .Select(static n => HttpExchange.Load(RecordingFolder.FileOf(n))).Select(exchanges => exchanges[contract.Main(exchanges.Count)].Answer).Where(static a => a.StatusCode < 400),
    ];

    private static bool IsNewerMember(string difference) => difference.EndsWith(": is new", StringComparison.Ordinal) && NewerMembers.ContainsKey(difference[..^": is new".Length]);
}
