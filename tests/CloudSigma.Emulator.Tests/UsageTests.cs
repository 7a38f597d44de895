// What counts as used: drives, snapshots, servers and licences.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Usage;
using CloudSigma.Emulator.Store;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class UsageTests : StorageTest
{
    [Fact]
    public async Task An_empty_account_uses_nothing_and_shows_all_resources()
    {
        var answer = (await GetAsync("currentusage/")).Is(200).Json;
        Assert.Equal("""{"balance":"0E-20","currency":"EUR"}""", answer["balance"]!.ToJsonString());
        Assert.All(answer["usage"]!.AsObject(), static resource => Assert.Equal("""{"burst":0,"subscribed":0,"using":0}""", resource.Value!.ToJsonString()));
        string[] some = ["backup", "cpu", "dssd", "intel_cpu", "mem", "msft_7nq_00302", "nvme", "tx", "zadara"];
        Assert.Equal(some, answer["usage"]!.AsObject().Select(static resource => resource.Key).Intersect(some));
    }

    [Fact]
    public async Task Storage_counts_by_its_type_with_snapshots_and_remote_ones_as_backup()
    {
        var drive = await DriveAsync(NewDrive(size: 100 * GiB));
        await DriveAsync(With(NewDrive(size: 3 * GiB), ("storage_type", "zadara")));
        await RemoteAsync(drive);
        await PostAsync("snapshots/", new JsonObject { ["drive"] = drive });
        Assert.Equal((100 * GiB, 3 * GiB, 2 * GiB), (await UsingAsync("dssd"), await UsingAsync("zadara"), await UsingAsync("backup")));
        Wait(86400);
        Assert.Equal(101 * GiB, await UsingAsync("dssd"));
        await DeleteAsync($"drives/{drive}/");
        Assert.Equal((0L, 2 * GiB), (await UsingAsync("dssd"), await UsingAsync("backup")));
    }

    [Fact]
    public async Task Servers_count_while_they_are_on_with_the_licences_of_their_drives()
    {
        var image = (await GetAsync("libdrives/?name=SQL%20Server%202022%20Standard")).Uuid;
        var drive = (await ActAsync("libdrives", image, "clone")).Is(202).Uuid;
        Wait(10);
        var server = await ServerAsync(With(NewServer(), ("cpu_type", "intel"), ("cpu", 4000), ("smp", 3), ("drives", new JsonArray(Attachment(drive)))));
        Assert.Equal((0L, 0L), (await UsingAsync("cpu"), await UsingAsync("msft_7nq_00302")));
        await ActAsync("servers", server, "start");
        Wait(4);
        Assert.Equal((4000L, 4000L, 0L), (await UsingAsync("cpu"), await UsingAsync("intel_cpu"), await UsingAsync("amd_cpu")));
        Assert.Equal((GiB, 3L, 3L, 0L), (await UsingAsync("mem"), await UsingAsync("msft_7nq_00302"), await UsingAsync("msft_p73_04837_core"), await UsingAsync("msft_tfa_00523")));
        await ActAsync("servers", server, "stop");
        Wait(3);
        Assert.Equal((0L, 0L), (await UsingAsync("cpu"), await UsingAsync("msft_7nq_00302")));
    }

    [Fact]
    public async Task Each_account_sees_its_own_and_nobody_sees_nothing()
    {
        await DriveAsync();
        using var nobody = NewClient(Cloud, account: null);
        Assert.Equal(401, (await SendAsync(nobody, "GET", "currentusage/")).Status);
        var registered = (await SendAsync(nobody, "POST", "accounts/action/?do=create", """{"email": "b@example.com", "promo": null}""")).Is(200);
        Assert.NotNull(registered.Json["uuid"]);
        using var other = NewClient(Cloud, Cloud.Accounts[1]);
        Assert.Equal(0, (long)(await SendAsync(other, "GET", "currentusage/")).Json["usage"]!["dssd"]!["using"]!);
        Assert.Equal(GiB, await UsingAsync("dssd"));
    }

    [Theory]
    [InlineData("running", 1)]
    [InlineData("stopped", 0)]
    [InlineData(null, 0)]
    public void Ephemeral_drives_count_on_running_servers_only(string? status, int count)
    {
        var account = new CloudState(new CloudSigmaEmulatorOptions(), new EmulatorClock(Clock)).Partitions.First();
        var drive = new Document(Guid.NewGuid().ToString(), "drives", account);
        (drive.Data["storage_type"], drive.Data["size"]) = ("local_nvme", GiB);
        account.Collection("drives").Add(drive);
        if (status is not null)
        {
            var server = new Document(Guid.NewGuid().ToString(), "servers", account);
            (server.Data["status"], server.Data["drives"]) = (status, new JsonArray(new JsonObject { ["drive"] = drive.Reference() }));
            account.Collection("servers").Add(server);
        }

        Assert.Equal(Enumerable.Repeat(new UsageEntry("local_nvme", drive.Id, GiB), count), UsageMeter.Storage(account));
    }

    private async Task<long> UsingAsync(string resource)
    {
        var usage = (await GetAsync("currentusage/")).Json["usage"]![resource]!;
        Assert.Equal((long)usage["using"]!, (long)usage["burst"]! + (long)usage["subscribed"]!);
        return (long)usage["using"]!;
    }
}
