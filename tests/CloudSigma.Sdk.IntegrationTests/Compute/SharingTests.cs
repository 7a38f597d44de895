using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Compute;

/// <summary>What two accounts may do with each other's objects.</summary>
public class SharingTests
{
    private static readonly EmulatorAccount Friend = new("friend@example.com", "hush");

    private static Task<EmulatorFixture> StartAsync() => EmulatorFixture.StartAsync(o => o.Accounts = [EmulatorAccount.WellKnown, Friend]);

    private static CloudSigmaClient Connect(EmulatorFixture cloud) => cloud.Connect(change: o => o.Credential = CloudSigmaCredential.Basic(Friend.Email, Friend.Password));

    private static async Task<Drive> DriveAsync(EmulatorFixture cloud, CloudSigmaClient client) =>
        await cloud.RunAsync((await client.Drives.StartCreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1) })).WaitForCompletionAsync());

    private static async Task ShareAsync(CloudSigmaClient client, Guid resource, params Permission[] permissions)
    {
        var tag = await client.Tags.CreateAsync(new NewTag { Name = "shared", Resources = [resource] });
        await client.Acls.CreateAsync(new NewAcl { Name = "a", Grantees = [AclGrantee.User(Friend.Email, Friend.Uuid)], Permissions = permissions, Tags = [tag.Uuid] });
    }

    [Fact]
    public async Task Cloning_needs_the_right_to_clone()
    {
        await using var cloud = await StartAsync();
        using var friend = Connect(cloud);
        var drive = await DriveAsync(cloud, cloud.Client);
        var server = await cloud.Client.Servers.CreateAsync(
            new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" }.AttachDrive(drive.Uuid));
        await ShareAsync(cloud.Client, server.Uuid, Permission.List, Permission.Edit);
        await ShareAsync(cloud.Client, drive.Uuid, Permission.List);

        Assert.Contains("CLONE", (await Assert.ThrowsAsync<PermissionDeniedException>(() => friend.Drives.CloneAsync(drive.Uuid))).Message, StringComparison.Ordinal);
        Assert.Contains("CLONE", (await Assert.ThrowsAsync<PermissionDeniedException>(() => friend.Servers.CloneAsync(server.Uuid))).Message, StringComparison.Ordinal);
        await ShareAsync(cloud.Client, server.Uuid, Permission.Clone);
        // The disk is a part of the server and needs the right as well.
        await Assert.ThrowsAsync<PermissionDeniedException>(() => friend.Servers.CloneAsync(server.Uuid));
        await ShareAsync(cloud.Client, drive.Uuid, Permission.Clone);
        var copy = await cloud.RunAsync((await friend.Servers.CloneAsync(server.Uuid)).WaitForCompletionAsync());

        Assert.Equal(Friend.Uuid, copy.Owner?.Uuid);
        Assert.Equal(Friend.Uuid, (await friend.Drives.GetAsync(copy.Drives[0].Drive!.Uuid)).Owner?.Uuid);
    }

    [Fact]
    public async Task Attaching_a_foreign_drive_needs_the_right_to_attach()
    {
        await using var cloud = await StartAsync();
        using var friend = Connect(cloud);
        var drive = await DriveAsync(cloud, cloud.Client);
        var server = await friend.Servers.CreateAsync(new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" });
        await ShareAsync(cloud.Client, drive.Uuid, Permission.List);

        await Assert.ThrowsAsync<PermissionDeniedException>(() => friend.Servers.UpdateAsync(server.AttachDrive(drive.Uuid)));
        await ShareAsync(cloud.Client, drive.Uuid, Permission.Attach);
        await friend.Servers.UpdateAsync(server.AttachDrive(drive.Uuid));

        Assert.Equal(DriveStatus.Mounted, (await cloud.Client.Drives.GetAsync(drive.Uuid)).Status);
    }

    [Fact]
    public async Task A_foreign_network_needs_the_right_to_attach()
    {
        await using var cloud = await StartAsync();
        using var friend = Connect(cloud);
        var vlan = (await cloud.Client.SendAsync(HttpMethod.Get, "vlans/")).GetProperty("objects")[0].GetProperty("uuid").GetGuid();
        var definition = new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" }.AddNic(NicConfiguration.Private(vlan));

        await Assert.ThrowsAsync<ValidationException>(() => friend.Servers.CreateAsync(definition));
        await ShareAsync(cloud.Client, vlan, Permission.List, Permission.Attach);

        Assert.Equal(vlan, (await friend.Servers.CreateAsync(definition)).Nics[0].Vlan?.Uuid);
    }

    [Fact]
    public async Task Both_sides_of_a_tag_agree()
    {
        await using var cloud = await StartAsync();
        var client = cloud.Client;
        Drive first = await DriveAsync(cloud, client), second = await DriveAsync(cloud, client);
        var tag = await client.Tags.CreateAsync(new NewTag { Name = "t", Resources = [first.Uuid] });

        await client.Drives.UpdateAsync((await client.Drives.GetAsync(second.Uuid)) with { Tags = [tag.Uuid] });
        Assert.Equal(2, (await client.Tags.GetAsync(tag.Uuid)).Resources.Count);
        await client.Tags.UntagAsync(tag.Uuid, [first.Uuid]);

        Assert.Empty((await client.Drives.GetAsync(first.Uuid)).Tags);
        Assert.Equal(second.Uuid, Assert.Single(await client.Drives.ListAsync(new DriveFilter().TagUuid(tag.Uuid)).ReadAllAsync()).Uuid);
        Assert.Equal(second.Uuid, Assert.Single(await client.Tags.ListDrivesAsync(tag.Uuid).ReadAllAsync()).Uuid);
        await client.Tags.DeleteAsync(tag.Uuid);
        Assert.Empty((await client.Drives.GetAsync(second.Uuid)).Tags);
    }
}
