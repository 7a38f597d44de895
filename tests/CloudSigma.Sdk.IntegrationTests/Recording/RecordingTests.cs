// The committed recordings are what the SDK and the emulator say to each other today.
using System.Reflection;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.IntegrationTests.Recording;

public class RecordingTests
{
    /// <summary>Set to 1 to write the recordings anew.</summary>
    private const string UpdateVariable = "UPDATE_RECORDINGS";

    [Fact]
    public async Task Recordings_are_up_to_date()
    {
        var recordings = await RecordingScenario.RunAsync();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") Update(recordings);

        Assert.Equal(recordings.Keys.Order(StringComparer.Ordinal), RecordingFolder.Names);
        foreach (var (name, text) in recordings)
        {
            var committed = (await File.ReadAllTextAsync(RecordingFolder.FileOf(name))).ReplaceLineEndings("\n");
            if (committed != text) Assert.Fail($"{name}: {FirstDifference(committed, text)}\nWhen the change is meant, run the test with {UpdateVariable}=1 and commit the recordings.");
        }
    }

    [Fact]
    public async Task Two_runs_record_the_same_bytes() => Assert.Equal(await RecordingScenario.RunAsync(), await RecordingScenario.RunAsync());

    [Fact]
    public async Task Every_implemented_operation_is_recorded()
    {
        var ids = typeof(ICloudSigmaClient).Assembly.GetExportedTypes().Where(static t => t.IsInterface)
            .SelectMany(static t => t.GetMethods()).SelectMany(static m => m.GetCustomAttributes<ApiOperationAttribute>()).Select(static a => a.Id).ToHashSet();
        var recorded = (await RecordingScenario.RunAsync()).Keys.Select(name => RecordingFolder.OperationOf(name, ids)).ToHashSet();
        var missing = ids.Except(recorded).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"Add a step to the recording scenario for: {string.Join(", ", missing)}.");
    }

    private static void Update(IReadOnlyDictionary<string, string> recordings)
    {
        Directory.CreateDirectory(RecordingFolder.Path);
        foreach (var name in RecordingFolder.Names.Where(n => !recordings.ContainsKey(n))) File.Delete(RecordingFolder.FileOf(name));
        foreach (var (name, text) in recordings) File.WriteAllText(RecordingFolder.FileOf(name), text);
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"line {line + 1} is '{right.ElementAtOrDefault(line)}' instead of '{left.ElementAtOrDefault(line)}'";
    }
}
