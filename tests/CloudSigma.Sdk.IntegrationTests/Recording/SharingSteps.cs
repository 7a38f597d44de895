// The part of the scenario that tags and shares objects, and keeps keys and values for guests.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class SharingSteps
{
    private const string PublicKey =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7vbqajDw4o6gJy8UtmIbkcpnkO3Kwc4qsEnSZp/TR+fQi62F79RHWmwKOtFmwteURLbJj7D/WGuNLGOfa/2vse3G2eHnHl5CB8ruRX9fBl/KgwCVr2JaEuUm66bBQeP5XeBotdR4cvX38uPYivCDdPjJ1QWPdspTBKcxeFbccDw== user@example.com";

    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        var drive = await recorder.RecordAsync("drives-create-to-share", () => client.Drives.CreateAsync(new NewDrive { Name = "to be shared", Size = ByteSize.GiB(1) }));
        var server = await recorder.RecordAsync("servers-create-to-share", () => client.Servers.CreateAsync(
            new NewServer { Name = "to be shared", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" }));
        recorder.Wait(5);
        var tag = await TagAsync(recorder, client, server.Uuid, drive.Uuid);
        await ShareAsync(recorder, client, tag);
        await recorder.RecordAsync("tags-delete", () => client.Tags.DeleteAsync(tag.Uuid));
        await KeysAsync(recorder, client);
        await recorder.RecordAsync("global-context-set", () => client.GlobalContext.SetAsync(new Dictionary<string, string> { ["region"] = "zurich", ["stage"] = "test" }));
        await recorder.RecordAsync("global-context-get", () => client.GlobalContext.GetAsync());
    }

    private static async Task<Tag> TagAsync(Recorder recorder, CloudSigmaClient client, Guid server, Guid drive)
    {
        await recorder.RecordAsync("tags-schema", () => client.Tags.GetSchemaAsync());
        var tag = await recorder.RecordAsync("tags-create", () => client.Tags.CreateAsync(new NewTag { Name = "production", Resources = [server, drive] }));
        await recorder.RecordAsync("tags-create-bulk", () => client.Tags.CreateManyAsync([new NewTag { Name = "test" }, new NewTag { Name = "old" }]));
        await recorder.RecordAsync("tags-list", client.Tags.ListAsync());
        await recorder.RecordAsync("tags-list-detail", client.Tags.ListAsync());
        await recorder.RecordAsync("tags-get", () => client.Tags.GetAsync(tag.Uuid));
        await recorder.RecordAsync("tags-update", () => client.Tags.UpdateAsync(tag with { Name = "live" }));
        await recorder.RecordAsync("tags-list-servers", client.Tags.ListServersAsync(tag.Uuid));
        await recorder.RecordAsync("tags-list-drives", client.Tags.ListDrivesAsync(tag.Uuid));
        await recorder.RecordAsync("tags-list-ips", client.Tags.ListIPsAsync(tag.Uuid));
        await recorder.RecordAsync("tags-list-vlans", client.Tags.ListVlansAsync(tag.Uuid));
        await recorder.RecordRefusalAsync("tags-create-of-nothing", () => client.Tags.CreateAsync(
            new NewTag { Name = "lost", Resources = [Guid.Parse("00000000-0000-4000-8000-000000000001")] }));
        return tag;
    }

    private static async Task ShareAsync(Recorder recorder, CloudSigmaClient client, Tag tag)
    {
        await recorder.RecordAsync("acls-schema", () => client.Acls.GetSchemaAsync());
        var acl = await recorder.RecordAsync("acls-create", () => client.Acls.CreateAsync(new NewAcl
        {
            Name = "operators",
            Grantees = [AclGrantee.User(Recorder.Friend.Email, Recorder.Friend.Uuid)],
            Permissions = [Permission.List, Permission.Start],
            Tags = [tag.Uuid],
        }));
        await recorder.RecordAsync("acls-list", client.Acls.ListAsync());
        await recorder.RecordAsync("acls-get", () => client.Acls.GetAsync(acl.Uuid));
        await recorder.RecordAsync("acls-update", () => client.Acls.UpdateAsync(acl with { Name = "operators by day" }));
        using (var friend = recorder.Client(account: Recorder.Friend))
        {
            await recorder.RecordAsync("servers-list-detail-shared", friend.Servers.ListAsync());
            var shared = await recorder.RecordAsync("drives-list-detail-shared", friend.Drives.ListAsync());
            await recorder.RecordRefusalAsync("drives-update-foreign", () => friend.Drives.UpdateAsync(shared[0] with { Name = "mine" }));
        }

        await recorder.RecordAsync("drives-list-detail-with-grantees", client.Drives.ListAsync(new DriveFilter().Tag("live")));
        await recorder.RecordAsync("acls-delete", () => client.Acls.DeleteAsync(acl.Uuid));
    }

    private static async Task KeysAsync(Recorder recorder, CloudSigmaClient client)
    {
        await recorder.RecordAsync("keypairs-schema", () => client.Keypairs.GetSchemaAsync());
        var key = await recorder.RecordAsync("keypairs-create", () => client.Keypairs.CreateAsync(NewKeypair.FromPublicKey("laptop", PublicKey)));
        await recorder.RecordAsync("keypairs-list", client.Keypairs.ListAsync());
        await recorder.RecordAsync("keypairs-get", () => client.Keypairs.GetAsync(key.Uuid));
        await recorder.RecordAsync("keypairs-update", () => client.Keypairs.UpdateAsync(key with { Name = "old laptop" }));
        await recorder.RecordAsync("pubkeys-list", client.PublicKeys.ListAsync());
        await recorder.RecordAsync("pubkeys-get", () => client.PublicKeys.GetAsync(key.Uuid));
        await recorder.RecordAsync("keypairs-delete", () => client.Keypairs.DeleteAsync(key.Uuid));
    }
}
