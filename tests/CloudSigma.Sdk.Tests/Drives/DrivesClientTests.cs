using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Drives;

public class DrivesClientTests
{
    private static readonly Guid Job = new("8b00acbb-889b-44a5-8a8d-dc3617a6145d");

    private static string Drive(string status) =>
        $$"""{"uuid":"{{TestClient.Uuid}}","name":"d","size":1073741824,"media":"disk","status":"{{status}}","jobs":[{"uuid":"{{Job}}","resource_uri":"/api/2.0/jobs/{{Job}}/"}]}""";

    private static string JobIn(string state, int progress) => $$"""{"uuid":"{{Job}}","state":"{{state}}","data":{"progress":{{progress}}},"operation":"drive_clone"}""";

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var drives = TestClient.Create(handler).Drives;
        var good = new NewDrive { Name = "d", Size = ByteSize.GiB(1) };

        await Assert.ThrowsAsync<ArgumentException>(() => drives.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.CloneAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.CloneAsync(TestClient.Uuid, new CloneDriveOptions { Avoid = [Guid.Empty] }));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.UpdateAsync(new Drive { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.UpdateAsync(Guid.Empty, good));
        await Assert.ThrowsAsync<ArgumentNullException>(() => drives.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.CreateAsync(good with { Name = "" }));
        Assert.Contains("0 bytes", (await Assert.ThrowsAsync<ArgumentException>(() => drives.CreateAsync(good with { Size = ByteSize.Zero }))).Message, StringComparison.Ordinal);
        Assert.Contains("'k'", (await Assert.ThrowsAsync<ArgumentException>(() => drives.CreateAsync(good with { Meta = new Dictionary<string, string> { ["k"] = null! } }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => drives.CreateManyAsync([good, good with { Avoid = [TestClient.Uuid] }]));
        Assert.Throws<ArgumentException>(() => drives.Track(new Drive()));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.ResumeAsync("servers-start:" + TestClient.Uuid));
        await Assert.ThrowsAsync<ArgumentException>(() => drives.ResumeAsync("drives-clone:nonsense"));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Creating_nothing_sends_nothing()
    {
        var handler = new FakeHandler("{}");

        Assert.Empty(await TestClient.Create(handler).Drives.CreateManyAsync([]));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_create_that_answers_with_another_number_of_drives_is_an_error()
    {
        var drives = TestClient.Create(new FakeHandler($$"""{"objects":[{{Drive("creating")}}]}""")).Drives;
        var drive = new NewDrive { Name = "d", Size = ByteSize.GiB(1) };

        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => drives.CreateManyAsync([drive, drive]));

        Assert.Contains("asked for 2 objects and the answer has 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(TestClient.Uuid.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_is_waited_for_by_its_job_and_then_by_its_drive()
    {
        var time = new ManualTimeProvider();
        var jobs = new Queue<string>([JobIn("started", 20), JobIn("started", 60), JobIn("success", 100)]);
        var drives = new Queue<string>([Drive("cloning_dst"), Drive("unmounted")]);
        var handler = new FakeHandler(r => FakeHandler.Json(
            r.Method == "POST" ? $$"""{"objects":[{{Drive("cloning_dst")}}]}""" : r.PathAndQuery.Contains("/jobs/", StringComparison.Ordinal) ? jobs.Dequeue() : drives.Dequeue()));
        var told = new List<int?>();

        var clone = await TestClient.Create(handler, time).Drives.CloneAsync(Guid.NewGuid());
        Assert.Equal(DriveStatus.CloningDestination, clone.Value.Status);
        Assert.Equal($"drives-clone:{TestClient.Uuid}:{Job}", clone.Id);
        var wait = clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p => told.Add(p.Percent)));
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal(DriveStatus.Unmounted, (await wait).Status);
        Assert.Equal([0, 20, 60, 100, 100], told);
        Assert.Empty(jobs);
        Assert.Empty(drives);
    }

    [Fact]
    public async Task Parts_of_a_job_are_parts_of_the_progress()
    {
        var time = new ManualTimeProvider();
        var parent = JobIn("started", 20).Replace("\"operation\"", $$""" "children":[{{JobIn("success", 100)}},{{JobIn("started", 40)}}],"operation" """, StringComparison.Ordinal);
        var jobs = new Queue<string>([parent, JobIn("success", 100)]);
        var handler = new FakeHandler(r => FakeHandler.Json(
            r.Method == "POST" ? $$"""{"objects":[{{Drive("cloning_dst")}}]}""" : r.PathAndQuery.Contains("/jobs/", StringComparison.Ordinal) ? jobs.Dequeue() : Drive("unmounted")));
        var told = new List<OperationProgress>();

        var clone = await TestClient.Create(handler, time).Drives.CloneAsync(Guid.NewGuid());
        await time.RunUntilCompletedAsync(clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(told.Add)));

        Assert.Empty(told[0].Parts);
        Assert.Equal([("drive_clone", 100, "success"), ("drive_clone", 40, "started")], told[1].Parts.Select(p => (p.Name, p.Percent ?? -1, p.Status)));
        Assert.Empty(default(OperationProgress).Parts);
    }

    [Fact]
    public async Task A_job_in_an_unknown_state_leaves_the_word_to_the_drive()
    {
        var time = new ManualTimeProvider();
        var drives = new Queue<string>([Drive("cloning_dst"), Drive("cloning_dst"), Drive("unmounted")]);
        var handler = new FakeHandler(r => FakeHandler.Json(
            r.Method == "POST" ? $$"""{"objects":[{{Drive("cloning_dst")}}]}""" : r.PathAndQuery.Contains("/jobs/", StringComparison.Ordinal) ? JobIn("queued", 10) : drives.Dequeue()));
        var clone = await TestClient.Create(handler, time).Drives.CloneAsync(Guid.NewGuid());

        var wait = clone.WaitForCompletionAsync();
        await time.RunUntilCompletedAsync(wait, within: TimeSpan.FromMinutes(1));

        Assert.Equal(DriveStatus.Unmounted, (await wait).Status);
    }

    [Fact]
    public async Task A_job_that_has_failed_ends_the_wait()
    {
        var time = new ManualTimeProvider();
        var handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects":[{{Drive("cloning_dst")}}]}""" : JobIn("error", 40)));
        var clone = await TestClient.Create(handler, time).Drives.CloneAsync(Guid.NewGuid());

        var wait = clone.WaitForCompletionAsync();
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal("error", (await Assert.ThrowsAsync<OperationFailedException>(() => wait)).Status);
    }

    [Fact]
    public async Task A_job_that_is_gone_leaves_the_word_to_the_drive()
    {
        var handler = new FakeHandler(r => r.PathAndQuery.Contains("/jobs/", StringComparison.Ordinal)
            ? FakeHandler.Json("[]", HttpStatusCode.NotFound)
            : FakeHandler.Json(Drive("unmounted")));

        var clone = await TestClient.Create(handler).Drives.ResumeAsync($"drives-clone:{TestClient.Uuid}:{Job}");

        Assert.True(clone.HasSucceeded);
        Assert.Equal(TestClient.Uuid, clone.Value.Uuid);
    }

    [Fact]
    public async Task An_unknown_status_on_the_way_is_waited_through()
    {
        var time = new ManualTimeProvider();
        var statuses = new Queue<string>(["creating", "unavailable", "brand-new-status", "unmounted"]);
        var handler = new FakeHandler(_ => FakeHandler.Json(Drive(statuses.Dequeue())));
        var drives = TestClient.Create(handler, time).Drives;

        var wait = drives.Track(await drives.GetAsync(TestClient.Uuid)).WaitForCompletionAsync();
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal(DriveStatus.Unmounted, (await wait).Status);
    }
}
