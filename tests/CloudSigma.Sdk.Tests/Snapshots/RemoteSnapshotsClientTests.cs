using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Snapshots;

public class RemoteSnapshotsClientTests
{
    private static readonly NewRemoteSnapshot Good = new() { Drive = TestClient.Uuid, Location = "ZRH" };

    private static string Snapshot(string status) => $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","location":"ZRH","status":"{{status}}"}""";

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var snapshots = TestClient.Create(handler).RemoteSnapshots;

        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.DeleteManyAsync([Guid.Empty]));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.CreateAsync(Good with { Drive = Guid.Empty }));
        Assert.Contains("Location", (await Assert.ThrowsAsync<ArgumentException>(() => snapshots.CreateAsync(Good with { Location = "" }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.CreateAsync(Good with { Location = "Z\0" }));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.UpdateAsync(new RemoteSnapshot()));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.RestoreAsync(new RemoteSnapshot()));
        Assert.Throws<ArgumentException>(() => snapshots.Track(new RemoteSnapshot()));
        await Assert.ThrowsAsync<ArgumentException>(() => snapshots.ResumeAsync("snapshots-ready:" + TestClient.Uuid));
        Assert.Empty(await snapshots.CreateManyAsync([]));
        await snapshots.DeleteManyAsync([]);

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_remote_snapshot_is_waited_for_until_it_has_arrived()
    {
        var time = new ManualTimeProvider();
        var statuses = new Queue<string>(["creating", "transferring", "brand-new-status", "available"]);
        var handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects":[{{Snapshot("creating")}}]}""" : Snapshot(statuses.Dequeue())));

        var create = await TestClient.Create(handler, time).RemoteSnapshots.StartCreateAsync(Good);
        Assert.Equal($"remotesnapshots-ready:{TestClient.Uuid}", create.Id);
        var wait = create.WaitForCompletionAsync();
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal(RemoteSnapshotStatus.Available, (await wait).Status);
        Assert.Empty(statuses);
    }

    [Fact]
    public async Task What_the_drive_was_like_is_read()
    {
        var snapshot = await TestClient.Create(new FakeHandler(
            $$"""
            {"uuid":"{{TestClient.Uuid}}","drive_meta":{"media":"disk","name":"d","size":53687091200,"src_uuid":"{{TestClient.Uuid}}","storage_type":"dssd"},
             "last_state_change":"2016-12-05 20:51:48.779709+00:00","location":"ZRH","allocated_size":0}
            """)).RemoteSnapshots.GetAsync(TestClient.Uuid);

        Assert.Equal(new RemoteSnapshotDrive { Media = DriveMedia.Disk, Name = "d", Size = ByteSize.GiB(50), SourceUuid = TestClient.Uuid, StorageType = StorageType.DistributedSsd }, snapshot.DriveMeta);
        Assert.Equal(("ZRH", ByteSize.Zero, 2016), (snapshot.Location, snapshot.AllocatedSize, snapshot.LastStateChange!.Value.Year));
    }

    [Fact]
    public async Task A_refusal_while_it_is_on_its_way_reaches_the_caller()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("""[{"error_type":"permission","error_message":"not now","error_point":null}]""", HttpStatusCode.Forbidden));

        var error = await Assert.ThrowsAsync<PermissionDeniedException>(() => TestClient.Create(handler).RemoteSnapshots.RestoreAsync(TestClient.Uuid));

        Assert.Contains("not now", error.Message, StringComparison.Ordinal);
    }
}
