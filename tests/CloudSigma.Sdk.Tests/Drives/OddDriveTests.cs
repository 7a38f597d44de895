using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Drives;

public class OddDriveTests
{
    private static string Drive(string rest) => $$"""{"uuid":"{{TestClient.Uuid}}","name":"d","size":1073741824,"media":"disk","status":"cloning_dst",{{rest}}}""";

    [Theory]
    [InlineData("\"jobs\":[null]")]
    [InlineData("\"jobs\":[{}]")]
    [InlineData("\"jobs\":null")]
    public async Task A_clone_without_a_usable_job_is_followed_by_its_drive(string jobs)
    {
        var clone = await TestClient.Create(new FakeHandler($$"""{"objects":[{{Drive(jobs)}}]}""")).Drives.CloneAsync(TestClient.Uuid);

        Assert.Equal($"drives-clone:{TestClient.Uuid}", clone.Id);
        Assert.Null(clone.Progress.Percent);
    }

    [Fact]
    public async Task A_null_in_the_meta_of_an_answer_goes_back()
    {
        var handler = new FakeHandler(Drive("\"meta\":{\"k\":null}"));
        var drives = TestClient.Create(handler).Drives;

        await drives.UpdateAsync(await drives.GetAsync(TestClient.Uuid) with { Name = "e" });

        Assert.Contains("\"meta\":{\"k\":null}", handler.Requests[1].Body, StringComparison.Ordinal);
    }
}
