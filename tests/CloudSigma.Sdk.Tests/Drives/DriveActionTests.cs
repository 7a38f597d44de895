using System.Globalization;
using System.Net;
using System.Text.Json;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Drives;

/// <summary>Resize, schedulers, and deletes of drives.</summary>
public class DriveActionTests
{
    private static readonly Guid Scheduler = new("47c77072-e9ca-4e68-8f02-1ad06ba46dfc");

    private readonly ManualTimeProvider _time = new();

    private static string Drive(string status, long size = 10, Guid? scheduler = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"uuid":"{{TestClient.Uuid}}","name":"d","size":{{size}},"media":"disk","status":"{{status}}","brand_new":[1],"backup_scheduler":{{(scheduler is { } s ? $$"""{"uuid":"{{s}}"}""" : "null")}}}""");

    private static string Wrapped(string drive) => $$"""{"objects":[{{drive}}]}""";

    private IDrivesClient Client(FakeHandler handler) => TestClient.Create(handler, _time).Drives;

    private static FakeHandler Answers(string post, params string[] gets)
    {
        var left = new Queue<string>(gets);
        return new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? post : left.Count > 1 ? left.Dequeue() : left.Peek()));
    }

    [Fact]
    public async Task A_resize_reads_the_drive_sends_all_of_it_and_waits_for_the_size()
    {
        var handler = Answers(Wrapped(Drive("resizing")), Drive("unmounted"), Drive("resizing"), Drive("unmounted", 20));

        var resize = await Client(handler).ResizeAsync(TestClient.Uuid, new ByteSize(20));
        Assert.Equal(DriveStatus.Resizing, resize.Value.Status);
        Assert.Equal(10, resize.Value.Size.Bytes);
        Assert.False(resize.HasCompleted);
        Assert.Equal($"drives-resize:{TestClient.Uuid}:20", resize.Id);
        var wait = resize.WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(20, (await wait).Size.Bytes);
        var sent = JsonDocument.Parse(handler.Requests[1].Body!).RootElement;
        Assert.Equal($"/api/2.0/drives/{TestClient.Uuid}/action/?do=resize", handler.Requests[1].PathAndQuery);
        Assert.Equal(20, sent.GetProperty("size").GetInt64());
        Assert.Equal(1, sent.GetProperty("brand_new")[0].GetInt32());
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("backup_scheduler").ValueKind);
    }

    [Fact]
    public async Task A_resize_that_leaves_the_old_size_has_failed()
    {
        var handler = Answers(Wrapped(Drive("resizing")), Drive("unmounted"));
        var resize = await Client(handler).ResizeAsync(TestClient.Uuid, new ByteSize(20));

        var wait = resize.WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(Task.WhenAny(wait));

        var error = await Assert.ThrowsAsync<OperationFailedException>(() => wait);
        Assert.Equal("unmounted", error.Status);
        Assert.Equal(10, Assert.IsType<Drive>(error.LastValue).Size.Bytes);
    }

    [Fact]
    public async Task A_drive_does_not_shrink()
    {
        var handler = Answers("{}", Drive("unmounted", 2048));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Client(handler).ResizeAsync(TestClient.Uuid, new ByteSize(2047)));

        Assert.Contains("2048 bytes and cannot shrink to 2047", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(handler.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task A_resize_to_the_present_size_sends_nothing()
    {
        var handler = Answers("{}", Drive("mounted", 2048));

        Assert.True((await Client(handler).ResizeAsync(TestClient.Uuid, new ByteSize(2048))).HasSucceeded);
        Assert.DoesNotContain(handler.Requests, r => r.Method == "POST");
    }

    [Theory]
    [InlineData("resizing", 10, true)]
    [InlineData("unmounted", 20, true)]
    [InlineData("unmounted", 10, false)]
    public async Task A_resize_whose_answer_is_lost_is_settled_by_the_drive(string status, long size, bool begun)
    {
        var gets = new Queue<string>([Drive("unmounted"), Drive(status, size)]);
        var handler = new FakeHandler(r => r.Method == "POST" ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset") : FakeHandler.Json(gets.Dequeue()));

        var resize = Client(handler).ResizeAsync(TestClient.Uuid, new ByteSize(20));

        if (begun) Assert.Equal(status, (await resize).Value.Status.Value);
        else await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => resize);
        Assert.Single(handler.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task A_resize_is_resumed_with_its_size()
    {
        var handler = Answers("{}", Drive("resizing"), Drive("unmounted", 24));

        var resize = await Client(handler).ResumeAsync($"drives-resize:{TestClient.Uuid}:20");
        Assert.Equal($"drives-resize:{TestClient.Uuid}:20", resize.Id);
        var wait = resize.WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(24, (await wait).Size.Bytes);
    }

    [Fact]
    public async Task A_scheduler_is_attached_when_the_drive_shows_it()
    {
        var handler = Answers(Drive("unmounted"), Drive("unmounted"), Drive("unmounted", scheduler: Scheduler));

        var attach = await Client(handler).SetSchedulerAsync(TestClient.Uuid, Scheduler);
        Assert.False(attach.HasCompleted);
        var wait = attach.WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(Scheduler, (await wait).BackupScheduler?.Uuid);
        Assert.Equal($$"""{"backup_policy_uuid":"{{Scheduler}}"}""", handler.Requests[0].Body);
        var resumed = await Client(handler).ResumeAsync(attach.Id);
        Assert.True(resumed.HasSucceeded);
    }

    [Fact]
    public async Task A_scheduler_that_never_shows_was_not_attached()
    {
        var handler = Answers(Drive("unmounted"), Drive("unmounted"));
        var wait = (await Client(handler).SetSchedulerAsync(TestClient.Uuid, Scheduler)).WaitForCompletionAsync();

        await _time.RunUntilCompletedAsync(Task.WhenAny(wait));

        await Assert.ThrowsAsync<OperationFailedException>(() => wait);
    }

    [Fact]
    public async Task A_drive_that_stays_unavailable_fails_with_its_last_status()
    {
        var client = TestClient.Create(Answers("{}", Drive("unavailable")), o =>
        {
            o.TimeProvider = _time;
            o.Polling = new PollingOptions { UnavailableGrace = TimeSpan.FromMinutes(2) };
        });
        var began = _time.GetUtcNow();

        var wait = client.Drives.Track(await client.Drives.GetAsync(TestClient.Uuid)).WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(Task.WhenAny(wait));

        Assert.Equal("unavailable", (await Assert.ThrowsAsync<OperationFailedException>(() => wait)).Status);
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public async Task Several_drives_are_deleted_with_one_request()
    {
        var handler = new FakeHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        var other = Guid.NewGuid();

        await Client(handler).DeleteManyAsync([TestClient.Uuid, other, TestClient.Uuid]);
        await Client(handler).DeleteManyAsync([]);

        var request = Assert.Single(handler.Requests);
        Assert.Equal("DELETE", request.Method);
        Assert.Equal("/api/2.0/drives/", request.PathAndQuery);
        Assert.Equal($$"""{"objects":[{"uuid":"{{TestClient.Uuid}}"},{"uuid":"{{other}}"}]}""", request.Body);
        await Assert.ThrowsAsync<ArgumentException>(() => Client(handler).DeleteManyAsync([other, Guid.Empty]));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_repeated_delete_of_several_that_finds_one_missing_is_settled_by_the_list(bool isLeft, bool isDone)
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.BadGateway, HttpStatusCode.NotFound]);
        var handler = new FakeHandler(r => r.Method == "DELETE"
            ? FakeHandler.Json("[]", answers.Dequeue())
            : FakeHandler.Json($$"""{"meta":{"limit":100,"offset":0,"total_count":{{(isLeft ? 1 : 0)}}},"objects":[{{(isLeft ? $$"""{"uuid":"{{TestClient.Uuid}}"}""" : "")}}]}"""));
        var client = TestClient.Create(handler, o =>
        {
            o.TimeProvider = _time;
            o.Retry = new RetryOptions();
        });

        var delete = client.Drives.DeleteManyAsync([TestClient.Uuid, Scheduler]);
        await _time.RunUntilCompletedAsync(Task.WhenAny(delete));

        if (isDone) await delete;
        else Assert.Equal(1, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => delete)).Retries);
        Assert.Equal($"/api/2.0/drives/?uuid={TestClient.Uuid},{Scheduler}&fields=uuid&limit=100", handler.Requests[^1].PathAndQuery);
    }

    [Fact]
    public async Task A_delete_of_several_that_finds_one_missing_at_once_is_an_error()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Client(handler).DeleteManyAsync([TestClient.Uuid]));

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_what_may_be_gone_says_whether_it_was_there(HttpStatusCode status, bool was)
    {
        Assert.Equal(was, await Client(new FakeHandler(_ => FakeHandler.Json("[]", status))).DeleteIfExistsAsync(TestClient.Uuid));
        await Assert.ThrowsAsync<PermissionDeniedException>(
            () => Client(new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.Forbidden))).DeleteIfExistsAsync(TestClient.Uuid));
    }

    [Fact]
    public async Task Availability_groups_are_lists_of_uuids()
    {
        var groups = await Client(new FakeHandler($$"""[["{{TestClient.Uuid}}","{{Scheduler}}"],[]]""")).GetAvailabilityGroupsAsync();
        var group = await Client(new FakeHandler($$"""["{{TestClient.Uuid}}"]""")).GetAvailabilityGroupAsync(TestClient.Uuid);

        Assert.Equal([TestClient.Uuid, Scheduler], groups[0]);
        Assert.Empty(groups[1]);
        Assert.Equal([TestClient.Uuid], group);
    }
}
