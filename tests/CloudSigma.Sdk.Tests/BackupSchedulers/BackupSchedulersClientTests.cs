// Backup schedulers through the client.
using System.Globalization;
using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class BackupSchedulersClientTests
{
    private const string Answer = """{"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "name": "s", "meta": {"client_token": "t"}}""";

    private static readonly NewBackupScheduler Nightly = new() { Name = "s", Type = BackupType.Snapshot, Schedule = BackupSchedule.At(new TimeOnly(3, 0)) };

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var schedulers = TestClient.Create(handler).BackupSchedulers;

        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.DeleteManyAsync([TestClient.Uuid, Guid.Empty]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => schedulers.DeleteManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.UpdateAsync(new BackupScheduler { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentException>(() => schedulers.UpdateAsync(Guid.Empty, Nightly));
        await Assert.ThrowsAsync<ArgumentNullException>(() => schedulers.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => schedulers.CreateManyAsync([null!]));
        await RefusedAsync(Nightly with { Name = "" }, "Name");
        await RefusedAsync(Nightly with { Type = default }, "Type");
        await RefusedAsync(new NewBackupScheduler { Name = "s", Type = BackupType.Backup }, "Schedule");
        await RefusedAsync(Nightly with { UserTimeZone = "" }, "UserTimeZone");
        await RefusedAsync(Nightly with { Retention = null! }, "Retention");
        await RefusedAsync(Nightly with { Retention = new RetentionPolicy { Rules = [null!] } }, "null");
        await RefusedAsync(Nightly with { ManualIncrementalBackup = null! }, "ManualIncrementalBackup");
        await RefusedAsync(Nightly with { Meta = new Dictionary<string, string> { ["k"] = null! } }, "'k'");
        await RefusedAsync(Nightly with { ClientToken = "" }, "ClientToken");
        Assert.Throws<ArgumentNullException>(() => Nightly with { Schedule = null });

        Assert.Empty(handler.Requests);

        async Task RefusedAsync(NewBackupScheduler scheduler, string word) =>
            Assert.Contains(word, (await Assert.ThrowsAsync<ArgumentException>(() => schedulers.CreateAsync(scheduler))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("days", 7, 1, "days, which have no TimeOption")]
    [InlineData("weeks", 4, 23, "no day of the week")]
    [InlineData("months", 4, 0, "no day of a month")]
    [InlineData("weeks", 0, null, "keeps 0 weeks")]
    public async Task Rule_that_cannot_work_is_refused(string period, int quantity, int? option, string message)
    {
        var handler = new FakeHandler("{}");
        var rule = new RetentionRule { Period = new RetentionPeriod(period), Quantity = quantity, TimeOption = option };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).BackupSchedulers.CreateAsync(Nightly with { Retention = RetentionPolicy.Keep(rule) }));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Create_sends_every_member_about_which_the_documentation_is_of_two_minds()
    {
        var handler = new FakeHandler($$"""{"objects": [{{Answer}}]}""");

        await TestClient.Create(handler).BackupSchedulers.CreateAsync(Nightly);

        Expect(
            """
            {"name": "s", "type": "snapshot", "is_enabled": true, "is_default": false, "enable_backup_policy_notifications": false, "enable_retention_policy_notifications": false,
             "manual_incremental_backup": "", "retention_policy": {}, "user_timezone": "Etc/UTC",
             "incremental_backup": {"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "3", "minute": "00", "repeat": {"hour": "", "minute": ""},
              "start_time": {"hour": "", "minute": ""}, "end_time": {"hour": "", "minute": ""}}}
            """,
            handler.Requests[0].Body);
    }

    [Fact]
    public async Task Several_are_created_with_one_request()
    {
        var handler = new FakeHandler($"[{Answer}, {Answer}]");

        Assert.Equal(2, (await TestClient.Create(handler).BackupSchedulers.CreateManyAsync([Nightly, Nightly with { Name = "t" }])).Count);

        var objects = JsonText.Parse(Assert.Single(handler.Requests).Body!).GetProperty("objects").EnumerateArray().Select(static o => o.GetProperty("name").GetString());
        Assert.Equal(["s", "t"], objects);
    }

    [Fact]
    public async Task Nothing_to_create_or_delete_sends_nothing()
    {
        var handler = new FakeHandler("{}");
        var schedulers = TestClient.Create(handler).BackupSchedulers;

        Assert.Empty(await schedulers.CreateManyAsync([]));
        await schedulers.DeleteManyAsync([]);

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_create_that_answers_with_another_number_is_an_error()
    {
        var schedulers = TestClient.Create(new FakeHandler($"[{Answer}, {Answer}]")).BackupSchedulers;

        await Assert.ThrowsAsync<InvalidResponseException>(() => schedulers.CreateAsync(Nightly));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_by_its_token()
    {
        var handler = new FakeHandler(static r => r.Method == "POST"
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone")
            : FakeHandler.Json($$"""{"meta": {"limit": 100, "offset": 0, "total_count": 1}, "objects": [{{Answer}}]}"""));

        var scheduler = await TestClient.Create(handler).BackupSchedulers.CreateAsync(Nightly with { ClientToken = "t" });

        Assert.Equal(TestClient.Uuid, scheduler.Uuid);
        Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
        Assert.Equal("s", handler.Requests[1].Query("name"));
        Assert.Equal("t", JsonText.Parse(handler.Requests[0].Body!).GetProperty("meta").GetProperty("client_token").GetString());
    }

    [Fact]
    public async Task Several_are_deleted_with_one_request_that_names_each_once()
    {
        var handler = new FakeHandler(static _ => new HttpResponseMessage(HttpStatusCode.NoContent));
        var other = Guid.Parse("22222222-2222-4333-8444-555555555555");

        await TestClient.Create(handler).BackupSchedulers.DeleteManyAsync([TestClient.Uuid, other, TestClient.Uuid]);

        var request = Assert.Single(handler.Requests);
        Assert.Equal(("DELETE", "/api/2.0/backupschedulers/"), (request.Method, request.PathAndQuery));
        Expect($$"""{"objects": [{"uuid": "{{TestClient.Uuid}}"}, {"uuid": "{{other}}"}]}""", request.Body);
    }

    [Fact]
    public async Task Deleting_what_may_be_gone_tells_whether_it_was_there()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        var schedulers = TestClient.Create(new FakeHandler(_ => FakeHandler.Json("[]", answers.Dequeue()))).BackupSchedulers;

        Assert.True(await schedulers.DeleteIfExistsAsync(TestClient.Uuid));
        Assert.False(await schedulers.DeleteIfExistsAsync(TestClient.Uuid));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => schedulers.DeleteIfExistsAsync(TestClient.Uuid));
    }

    [Fact]
    public async Task Another_schedule_replaces_the_old_one_and_nothing_else()
    {
        var handler = new FakeHandler(
            """
            {"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "name": "s", "new": 1, "manual_incremental_backup": "02:00,06:00",
             "incremental_backup": {"day_of_week": ["sat"], "month": ["2", "4"], "new": 2, "repeat": {"hour": "", "new": 3}, "start_time": {"hour": 7, "minute": 0, "new": 4}}}
            """);
        var schedulers = TestClient.Create(handler).BackupSchedulers;

        await schedulers.UpdateAsync((await schedulers.GetAsync(TestClient.Uuid)).WithSchedule(BackupSchedule.Every(TimeSpan.FromHours(12))));

        Expect(
            """
            {"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "name": "s", "new": 1, "manual_incremental_backup": "",
             "incremental_backup": {"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "", "minute": "", "new": 2, "repeat": {"hour": "*/12", "minute": "", "new": 3},
              "start_time": {"hour": "", "minute": "", "new": 4}, "end_time": {"hour": "", "minute": ""}}}
            """,
            handler.Requests[1].Body);
    }

    [Fact]
    public async Task Misspelled_twin_of_the_policy_is_neither_kept_nor_sent()
    {
        var handler = new FakeHandler("""{"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "rentention_policy": {"rules": []}, "retention_policy": {}}""");
        var schedulers = TestClient.Create(handler).BackupSchedulers;
        var scheduler = await schedulers.GetAsync(TestClient.Uuid);

        await schedulers.UpdateAsync(scheduler);

        Assert.Empty(scheduler.AdditionalMembers);
        Expect("""{"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "retention_policy": {}}""", handler.Requests[1].Body);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(35, 4)]
    public async Task List_makes_as_many_requests_as_it_has_pages(int count, int pages)
    {
        var handler = new FakeHandler(r => FakeHandler.Json(string.Create(CultureInfo.InvariantCulture,
            $$"""{"meta": {"limit": {{r.Limit}}, "offset": {{r.Offset}}, "total_count": {{count}}}, "objects": [{{string.Join(',', Enumerable.Range(r.Offset, Math.Min(r.Limit, count - r.Offset)).Select(static i => $$"""{"uuid": "{{i:x8}}-0000-4000-8000-000000000001"}"""))}}]}""")));
        var schedulers = TestClient.Create(handler, static o => o.PageSize = 10).BackupSchedulers;

        Assert.Equal(count, (await schedulers.ListAsync().ReadAllAsync()).Count);
        Assert.Equal(pages, handler.Requests.Count);
        Assert.Equal(count, (await schedulers.ListSummariesAsync().ReadAllAsync()).Count);
        Assert.Equal(2 * pages, handler.Requests.Count);
    }

    private static void Expect(string expected, string? sent) => Assert.Null(JsonDifference.Find(JsonText.Parse(expected), JsonText.Parse(sent!)));
}
