using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

public class StorageSnippetTests
{
    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var client = cloud.Client;
        var told = new List<OperationProgress>();

        var drives = await cloud.RunAsync(StorageSnippets.CreateManyAsync(client, default));
        Assert.Equal(20, drives.Length);
        var copy = await cloud.RunAsync(StorageSnippets.CloneAsync(client, drives[0].Uuid, new SynchronousProgress<OperationProgress>(told.Add), default));
        Assert.Equal(("copy", StorageType.Nvme), (copy.Name, copy.StorageType));
        Assert.Equal(100, told[^1].Percent);
        Assert.Equal(copy.Uuid, (await cloud.RunAsync(StorageSnippets.ResumeAsync(client, default))).Uuid);
        File.Delete("clone.txt");
        Assert.Equal(ByteSize.GiB(40), (await cloud.RunAsync(StorageSnippets.ResizeAsync(client, drives[1].Uuid, default))).Size);
        Assert.Equal("Debian", (await cloud.RunAsync(StorageSnippets.LibraryAsync(client, default))).Meta["distribution"]);
        Assert.Equal("restored", (await cloud.RunAsync(StorageSnippets.SnapshotAsync(client, drives[2], default))).Name);
        Assert.Equal(RemoteSnapshotStatus.Available, (await cloud.RunAsync(StorageSnippets.RemoteSnapshotAsync(client, drives[3], default))).Status);
        Assert.NotNull((await cloud.RunAsync(StorageSnippets.ScheduleAsync(client, drives[4], default))).BackupScheduler);
        var neighbours = await cloud.RunAsync(StorageSnippets.RedundantPairAsync(client, drives[5], default));
        var second = Assert.Single(await client.Drives.ListAsync(new DriveFilter().Name("second")).ReadAllAsync());
        Assert.DoesNotContain(second.Uuid, neighbours);
        await StorageSnippets.DeleteAsync(client, [drives[6].Uuid, drives[7].Uuid], drives[7].Uuid, default);
    }
}
