using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

public class SharingSnippetTests
{
    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        var friend = new EmulatorAccount("friend@example.com", "hush");
        await using var cloud = await EmulatorFixture.StartAsync(o => o.Accounts = [EmulatorAccount.WellKnown, friend]);
        var client = cloud.Client;
        var drive = await cloud.RunAsync((await client.Drives.StartCreateAsync(new NewDrive { Name = "data", Size = ByteSize.GiB(1) })).WaitForCompletionAsync());
        var server = await client.Servers.CreateAsync(new NewServer { Name = "web", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "secret12" });
        using var other = cloud.Connect(change: o => o.Credential = CloudSigmaCredential.Basic(friend.Email, friend.Password));
        var stranger = await other.Profile.GetAsync();

        var tag = await SharingSnippets.TagAsync(client, server.Uuid, drive.Uuid, default);
        await SharingSnippets.ListAsync(client, tag, default);
        Assert.Equal(server.Uuid, Assert.Single(await client.Servers.ListAsync(new ServerFilter().Tag("production")).ReadAllAsync()).Uuid);
        Assert.Empty(await other.Servers.ListAsync().ReadAllAsync());
        var acl = await SharingSnippets.ShareAsync(client, tag, stranger.Email, stranger.Uuid, default);

        var shared = Assert.Single(await other.Servers.ListAsync().ReadAllAsync());
        Assert.Equal([Permission.List, Permission.Start, Permission.Stop], shared.Permissions);
        Assert.Equal(server.Owner, shared.Owner);
        await cloud.RunAsync((await other.Servers.StartAsync(server.Uuid)).WaitForCompletionAsync());
        await Assert.ThrowsAsync<PermissionDeniedException>(() => other.Servers.UpdateAsync(shared with { Name = "mine" }));
        await cloud.RunAsync((await other.Servers.StopAsync(server.Uuid)).WaitForCompletionAsync());
        Assert.Equal(stranger.Uuid, Assert.Single((await client.Servers.GetAsync(server.Uuid)).Grantees).User?.Uuid);
        await client.Acls.DeleteAsync(acl.Uuid);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => other.Servers.GetAsync(server.Uuid));

        var key = await SharingSnippets.KeyAsync(client, await client.Servers.GetAsync(server.Uuid), default);
        Assert.StartsWith("ssh-rsa ", key.PublicKey, StringComparison.Ordinal);
        Assert.Equal(key.Uuid, Assert.Single((await client.Servers.GetAsync(server.Uuid)).PublicKeys).Uuid);
        Assert.Equal("zurich", (await SharingSnippets.GlobalContextAsync(client, default))["region"]);
    }
}
