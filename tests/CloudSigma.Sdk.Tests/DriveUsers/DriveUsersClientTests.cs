using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.DriveUsers;

public class DriveUsersClientTests
{
    private static readonly string Record = $$"""{"drive":{"uuid":"{{TestClient.Uuid}}","resource_uri":"/api/2.0/drives/{{TestClient.Uuid}}/"},"amount":"5"}""";

    [Fact]
    public async Task A_create_names_the_drive_and_the_amount()
    {
        var handler = new FakeHandler($$"""{"objects":[{{Record}}]}""");

        var record = await TestClient.Create(handler).DriveUsers.CreateAsync(TestClient.Uuid, 5);

        Assert.Equal((TestClient.Uuid, 5), (record.Drive!.Uuid, record.Amount));
        Assert.Equal($$"""{"drive":"{{TestClient.Uuid}}","amount":5}""", Assert.Single(handler.Requests).Body);
    }

    [Theory]
    [InlineData("{0}", 5)]
    [InlineData("{\"objects\":[{0}]}", 0)]
    public async Task An_update_sends_the_amount_and_reads_every_form_of_the_answer(string form, int amount)
    {
        var handler = new FakeHandler(form.Replace("{0}", Record, StringComparison.Ordinal));

        Assert.Equal(5, (await TestClient.Create(handler).DriveUsers.UpdateAsync(TestClient.Uuid, amount)).Amount);

        var request = Assert.Single(handler.Requests);
        Assert.Equal(("PUT", $"/api/2.0/driveusers/{TestClient.Uuid}/", $"{{\"amount\":{amount}}}"), (request.Method, request.PathAndQuery, request.Body));
    }

    [Fact]
    public async Task An_answer_without_a_record_is_an_error() => await Assert.ThrowsAsync<InvalidResponseException>(
        () => TestClient.Create(new FakeHandler("""{"objects":[]}""")).DriveUsers.UpdateAsync(TestClient.Uuid, 1));

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_if_it_exists_says_whether_there_was_one(HttpStatusCode status, bool existed)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("", status));

        Assert.Equal(existed, await TestClient.Create(handler).DriveUsers.DeleteIfExistsAsync(TestClient.Uuid));

        Assert.Equal(("DELETE", $"/api/2.0/driveusers/{TestClient.Uuid}/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var users = TestClient.Create(handler).DriveUsers;

        await Assert.ThrowsAsync<ArgumentException>(() => users.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => users.CreateAsync(Guid.Empty, 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => users.CreateAsync(TestClient.Uuid, -1));
        await Assert.ThrowsAsync<ArgumentException>(() => users.UpdateAsync(Guid.Empty, 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => users.UpdateAsync(TestClient.Uuid, -1));
        await Assert.ThrowsAsync<ArgumentException>(() => users.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => users.DeleteIfExistsAsync(Guid.Empty));

        Assert.Empty(handler.Requests);
    }
}
