// The committed recordings, held to the same contract as the documented examples. They are always there.
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Contract;

public class RecordedExampleTests
{
    public static TheoryData<string> Recordings => [.. RecordingFolder.Names];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Recorded_requests_are_sent_again_and_their_answers_survive(string name)
    {
        var contract = Contracts.Find(RecordingFolder.OperationOf(name, Contracts.ImplementedIds));
        var differences = await ContractCheck.CheckAsync(contract, HttpExchange.Load(RecordingFolder.FileOf(name)));
        Assert.True(differences.Count == 0, $"{name}:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Every_operation_under_contract_has_a_recording()
    {
        var recorded = RecordingFolder.Names.Select(static n => RecordingFolder.OperationOf(n, Contracts.ImplementedIds)).ToHashSet();
        var missing = Contracts.All.Select(static c => c.Id).Where(id => !recorded.Contains(id)).ToList();
        Assert.True(missing.Count == 0, $"Record them with the scenario of the integration tests: {string.Join(", ", missing)}.");
    }
}
