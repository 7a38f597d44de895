using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Snapshots;

public class SnapshotsClientTests
{
    private static readonly NewSnapshot Good = new() { Drive = TestClient.Uuid };

    private static string Snapshot(string status) => $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","drive":{"uuid":"{{TestClient.Uuid}}"},"status":"{{status}}"}""";

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var snapshots = TestClient.Create(handler).Snapshots;

        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.DeleteManyAsync([TestClient.Uuid, Guid.Empty]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => snapshots.DeleteManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.RestoreAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.RestoreAsync(new Snapshot()));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.RestoreAsync(TestClient.Uuid, new CloneSnapshotOptions { Avoid = [Guid.Empty] }));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.RestoreAsync(TestClient.Uuid, new CloneSnapshotOptions { Name = "a\0b" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => snapshots.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => snapshots.CreateManyAsync([Good, null!]));
        Assert.Contains("Drive", (await Assert.ThrowsAsync<ArgumentException>(() => snapshots.CreateAsync(new NewSnapshot { Drive = Guid.Empty }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.UpdateAsync(new Snapshot { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.UpdateAsync(Guid.Empty, Good));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.UpdateAsync(TestClient.Uuid, new NewSnapshot { Drive = Guid.Empty }));
        Assert.Throws<ArgumentException>(() => snapshots.Track(new Snapshot()));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.ResumeAsync("drives-ready:" + TestClient.Uuid));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.ResumeAsync("snapshots-ready:nonsense"));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Creating_or_deleting_nothing_sends_nothing()
    {
        var handler = new FakeHandler("{}");
        var snapshots = TestClient.Create(handler).Snapshots;

        Assert.Empty(await snapshots.CreateManyAsync([]));
        await snapshots.DeleteManyAsync([]);

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_snapshot_is_waited_for_through_every_status_on_the_way()
    {
        var time = new ManualTimeProvider();
        var statuses = new Queue<string>(["creating", "cloning_dst", "brand-new-status", "available"]);
        var handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects":[{{Snapshot("creating")}}]}""" : Snapshot(statuses.Dequeue())));
        var told = new List<string>();

        var create = await TestClient.Create(handler, time).Snapshots.StartCreateAsync(Good);
        Assert.Equal(($"snapshots-ready:{TestClient.Uuid}", SnapshotStatus.Creating), (create.Id, create.Value.Status));
        var wait = create.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p => told.Add(p.Status)));
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal(SnapshotStatus.Available, (await wait).Status);
        Assert.Equal(["creating", "creating", "cloning_dst", "brand-new-status", "available"], told);
    }

    [Fact]
    public async Task An_operation_is_taken_up_again_from_its_id()
    {
        var operation = await TestClient.Create(new FakeHandler(Snapshot("available"))).Snapshots.ResumeAsync($"snapshots-ready:{TestClient.Uuid}");

        Assert.True(operation.HasSucceeded);
        Assert.Equal(TestClient.Uuid, operation.Value.Uuid);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("{\"objects\":[{0}]}")]
    public async Task A_restored_drive_is_read_from_every_form_of_the_answer(string form)
    {
        var drive = $$$"""{"uuid":"{{{TestClient.Uuid}}}","status":"cloning_dst","resource_uri":{"resource_uri":"/api/2.0/drives/{{{TestClient.Uuid}}}/","uuid":"{{{TestClient.Uuid}}}"}}""";
        var handler = new FakeHandler(form.Replace("{0}", drive, StringComparison.Ordinal));

        var restore = await TestClient.Create(handler).Snapshots.RestoreAsync(new Snapshot { Uuid = Guid.NewGuid() }, new CloneSnapshotOptions { Name = "copy" });

        Assert.Equal($"drives-clone:{TestClient.Uuid}", restore.Id);
        Assert.Equal((DriveStatus.CloningDestination, $"/api/2.0/drives/{TestClient.Uuid}/"), (restore.Value.Status, restore.Value.ResourceUri.Path));
        Assert.Equal("""{"name":"copy"}""", Assert.Single(handler.Requests).Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_if_it_exists_says_whether_there_was_one(HttpStatusCode status, bool existed) =>
        Assert.Equal(existed, await TestClient.Create(new FakeHandler(_ => FakeHandler.Json("", status))).Snapshots.DeleteIfExistsAsync(TestClient.Uuid));

    [Fact]
    public async Task Deleting_if_it_exists_hides_no_other_error() => await Assert.ThrowsAsync<PermissionDeniedException>(
        () => TestClient.Create(new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.Forbidden))).Snapshots.DeleteIfExistsAsync(TestClient.Uuid));

    [Fact]
    public async Task Several_are_deleted_with_one_request_that_names_each_once()
    {
        var other = Guid.NewGuid();
        var handler = new FakeHandler(_ => FakeHandler.Json("", HttpStatusCode.NoContent));

        await TestClient.Create(handler).Snapshots.DeleteManyAsync([TestClient.Uuid, other, TestClient.Uuid]);

        var request = Assert.Single(handler.Requests);
        Assert.Equal(("DELETE", "/api/2.0/snapshots/"), (request.Method, request.PathAndQuery));
        Assert.Equal($$"""{"objects":[{"uuid":"{{TestClient.Uuid}}"},{"uuid":"{{other}}"}]}""", request.Body);
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_among_the_snapshots_of_its_drive()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json(
            $$"""{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"meta":{"client_token":"t"},"uuid":"{{TestClient.Uuid}}"}]}"""));

        var found = await TestClient.Create(handler).Snapshots.CreateAsync(Good with { ClientToken = "t" });

        Assert.Equal(TestClient.Uuid, found.Uuid);
        Assert.Equal(TestClient.Uuid.ToString(), handler.Requests[1].Query("drive"));
        Assert.Contains("\"client_token\":\"t\"", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_is_sent_back_as_it_came()
    {
        var handler = new FakeHandler($$"""{"uuid":"{{TestClient.Uuid}}","timestamp":"2014-06-05 09:53:28.851859+00:00"}""");
        var snapshots = TestClient.Create(handler).Snapshots;

        var read = await snapshots.GetAsync(TestClient.Uuid);
        await snapshots.UpdateAsync(read with { Name = "n" });

        Assert.Equal(new DateTimeOffset(2014, 6, 5, 9, 53, 28, TimeSpan.Zero).AddTicks(8518590), read.Timestamp);
        Assert.Contains("2014-06-05 09:53:28.851859", handler.Requests[1].Body, StringComparison.Ordinal);
    }
}
