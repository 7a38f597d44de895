// Copies of servers: disks, cdroms, networks, names, jobs and what happens when a job fails.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class CloneTests : ServerTest
{
    [Fact]
    public async Task Disks_are_copied_and_cdroms_are_shared()
    {
        var (source, disk, cdrom) = await SourceAsync();
        var copy = (await ActAsync("servers", source, "clone", new JsonObject { ["name"] = "copy" })).Is(202).Object;
        Assert.Equal(("copy", "stopped", "secret12"), ((string?)copy["name"], (string?)copy["status"], (string?)copy["vnc_password"]));
        Assert.Single(copy["jobs"]!.AsArray());
        var drives = copy["drives"]!.AsArray();
        Assert.Equal(["0:0", "0:1"], drives.Select(static entry => (string)entry!["dev_channel"]!));
        Assert.Equal(cdrom, (string?)drives[1]!["drive"]!["uuid"]);
        var twin = (string)drives[0]!["drive"]!["uuid"]!;
        Assert.NotEqual(disk, twin);

        Assert.Equal(("cloning_dst", "cloning_src"), (await StatusAsync("drives", twin), await StatusAsync("drives", disk)));
        (await ActAsync("servers", (string)copy["uuid"]!, "start")).Refused(403, "permission", "drives");
        Wait(10);
        Assert.Equal(("mounted", "mounted"), (await StatusAsync("drives", twin), await StatusAsync("drives", disk)));
        Assert.Equal(2, (await GetAsync($"drives/{cdrom}/")).Json["mounted_on"]!.AsArray().Count);
        (await ActAsync("servers", (string)copy["uuid"]!, "start")).Is(202);
    }

    [Fact]
    public async Task Networks_stay_with_lent_addresses_and_new_hardware()
    {
        var vlan = await VlanAsync();
        var body = WithNics(Static("198.19.0.10"), Static("2001:db8:2::a"), new JsonObject { ["ip_v4_conf"] = new JsonObject { ["conf"] = "manual" } }, new JsonObject { ["vlan"] = vlan });
        var source = (await PostAsync("servers/", With(body, ("meta", new JsonObject { ["k"] = "v" }), ("smp", 2)))).First;
        var copy = (await ActAsync("servers", (string)source["uuid"]!, "clone")).Is(202).Object;
        string[] Of(JsonNode server, string member) => [.. server["nics"]!.AsArray().Select(nic => nic![member]?.ToJsonString() ?? "-")];
        const string lent = """{"conf":"dhcp","ip":null}""";
        Assert.Equal([lent, "-", lent, "-"], Of(copy, "ip_v4_conf"));
        Assert.Equal(["-", lent, "-", "-"], Of(copy, "ip_v6_conf"));
        Assert.Equal(Of(source, "vlan"), Of(copy, "vlan"));
        Assert.Empty(Of(source, "mac").Intersect(Of(copy, "mac")));
        foreach (var member in (string[])["cpu", "smp", "mem", "meta", "hypervisor", "cpu_type", "context"])
            Assert.True(JsonNode.DeepEquals(source[member], copy[member]), member);
        Assert.Equal(2, (await GetAsync($"vlans/{vlan}/")).Json["servers"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_random_password_and_bad_bodies()
    {
        var source = await ServerAsync();
        var password = (string)(await ActAsync("servers", source, "clone", new JsonObject { ["random_vnc_password"] = true })).Object["vnc_password"]!;
        Assert.Matches("^[0-9a-f]{8}$", password);
        (await ActAsync("servers", source, "clone", new JsonObject { ["random_vnc_password"] = "yes" })).Refused(400, "validation", "random_vnc_password");
        (await ActAsync("servers", source, "clone", new JsonObject { ["name"] = "" })).Refused(400, "validation", "name");
        Assert.Equal(2, (await GetAsync("servers/")).Objects.Count);
    }

    [Fact]
    public async Task Without_a_name_the_profile_names_server_and_drives()
    {
        var (source, _, _) = await SourceAsync();
        Assert.Equal("s1", (string?)(await ActAsync("servers", source, "clone")).Object["name"]);
        (await PutAsync("profile/", new JsonObject { ["clone_naming"] = "COUNTER" })).Is(200);
        Wait(10);
        var copy = (await ActAsync("servers", source, "clone")).Object;
        Assert.Equal("s1_1", (string?)copy["name"]);
        Assert.Equal("disk_1", (string?)(await GetAsync($"drives/{copy["drives"]![0]!["drive"]!["uuid"]}/")).Json["name"]);
    }

    [Fact]
    public async Task The_job_has_a_part_for_each_disk()
    {
        var (source, disk, _) = await SourceAsync();
        var copy = (await ActAsync("servers", source, "clone")).Object;
        var id = (string)copy["jobs"]![0]!["uuid"]!;
        Wait(5);
        var job = (await GetAsync($"jobs/{id}/")).Json;
        Assert.Equal(("server_clone", "started", 50), ((string?)job["operation"], (string?)job["state"], (int)job["data"]!["progress"]!));
        Assert.Equal([$"/api/2.0/servers/{source}/", $"/api/2.0/servers/{copy["uuid"]}/"], job["resources"]!.AsArray().Select(static uri => (string)uri!));
        var part = Assert.Single(job["children"]!.AsArray())!;
        Assert.Equal(("drive_clone", "started", 50), ((string?)part["operation"], (string?)part["state"], (int)part["data"]!["progress"]!));
        Assert.Equal($"/api/2.0/drives/{disk}/", (string?)part["resources"]![0]);
        Assert.Equal(part.ToJsonString(), (await GetAsync($"jobs/{part["uuid"]}/")).Json.ToJsonString());
        Wait(5);
        job = (await GetAsync($"jobs/{id}/")).Json;
        Assert.Equal(("success", "success"), ((string?)job["state"], (string?)job["children"]![0]!["state"]));
        Assert.Equal(id, (string?)(await GetAsync($"servers/{source}/")).Json["jobs"]![0]!["uuid"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_starts_by_itself_when_it_wants_to(bool wanted)
    {
        var drive = await DriveAsync();
        var source = await ServerAsync(With(NewServer(), ("auto_start", wanted), ("drives", new JsonArray(Attachment(drive)))));
        var copy = (await ActAsync("servers", source, "clone")).Uuid;
        Wait(9);
        Assert.Equal("stopped", await StatusAsync("servers", copy));
        Wait(5);
        Assert.Equal(wanted ? "running" : "stopped", await StatusAsync("servers", copy));
        Assert.Equal("stopped", await StatusAsync("servers", source));
    }

    [Fact]
    public async Task A_copy_that_cannot_start_stays_off()
    {
        var source = await ServerAsync(With(NewServer(), ("auto_start", true)));
        var copy = (await ActAsync("servers", source, "clone")).Uuid;
        Cloud.SetBalance("user@example.com", 0);
        Wait(60);
        Assert.Equal("stopped", await StatusAsync("servers", copy));
    }

    [Fact]
    public async Task When_a_part_fails_the_whole_fails_and_the_other_parts_go_on()
    {
        string one = await DriveAsync(), two = await DriveAsync();
        var source = await ServerAsync(With(NewServer(), ("auto_start", true), ("drives", new JsonArray(Attachment(one), Attachment(two, "0:1")))));
        var copy = (await ActAsync("servers", source, "clone")).Object;
        var id = (string)copy["jobs"]![0]!["uuid"]!;
        Wait(4);
        var parts = (await GetAsync($"jobs/{id}/")).Json["children"]!;
        Cloud.FailJob((Guid)parts[0]!["uuid"]!, "no disk left");
        Wait(60);
        var job = (await GetAsync($"jobs/{id}/")).Json;
        Assert.Equal(("failure", "no disk left", 40), ((string?)job["state"], (string?)job["data"]!["message"], (int)job["data"]!["progress"]!));
        Assert.Equal(["failure", "success"], job["children"]!.AsArray().Select(static part => (string)part!["state"]!));
        Assert.Equal("unavailable", await StatusAsync("drives", (string)copy["drives"]![0]!["drive"]!["uuid"]!));
        Assert.Equal("mounted", await StatusAsync("drives", (string)copy["drives"]![1]!["drive"]!["uuid"]!));
        Assert.Equal("stopped", await StatusAsync("servers", (string)copy["uuid"]!));
        (await DeleteAsync($"servers/{copy["uuid"]}/?recurse=all_drives")).Is(204);
        Assert.Equal(("mounted", "mounted"), (await StatusAsync("drives", one), await StatusAsync("drives", two)));
    }

    [Fact]
    public async Task When_the_whole_fails_its_parts_fail()
    {
        var (source, disk, _) = await SourceAsync();
        var copy = (await ActAsync("servers", source, "clone")).Object;
        var id = (Guid)copy["jobs"]![0]!["uuid"]!;
        Cloud.FailJob(id);
        Wait(60);
        var job = (await GetAsync($"jobs/{id}/")).Json;
        Assert.Equal(("failure", "failure"), ((string?)job["state"], (string?)job["children"]![0]!["state"]));
        Assert.Equal("unavailable", await StatusAsync("drives", (string)copy["drives"]![0]!["drive"]!["uuid"]!));
        Assert.Equal("mounted", await StatusAsync("drives", disk));
    }

    [Fact]
    public async Task Copies_avoid_what_they_are_told_to()
    {
        var (source, disk, _) = await SourceAsync();
        var copy = (await ActAsync("servers", source, "clone", query: "&avoid=" + source)).Object;
        var twin = (string)copy["drives"]![0]!["drive"]!["uuid"]!;
        Assert.DoesNotContain(disk, (await GetAsync($"drives/availability_groups/{twin}/")).Json.AsArray().Select(static entry => (string)entry!));
        Wait(10);
        Assert.Equal("cloning_dst", await StatusAsync("drives", twin));
        Wait(20);
        Assert.Equal("mounted", await StatusAsync("drives", twin));
    }

    [Fact]
    public async Task A_server_whose_drive_cannot_be_copied_is_not_copied_at_all()
    {
        string disk = await DriveAsync(), local = await DriveAsync(With(NewDrive(), ("storage_type", "local_nvme")));
        Wait(1);
        var source = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(disk), Attachment(local, "0:1")))));
        (await ActAsync("servers", source, "clone")).Refused(403, "permission");
        Assert.Single((await GetAsync("servers/")).Objects);
        Assert.Empty((await GetAsync("jobs/")).Objects);
        Assert.Equal("mounted", await StatusAsync("drives", disk));
    }

    [Fact]
    public async Task A_running_server_can_be_copied()
    {
        var source = await RunningServerAsync(WithNics(Dhcp()));
        var copy = (await ActAsync("servers", source, "clone")).Is(202).Object;
        Assert.Equal("stopped", (string?)copy["status"]);
        Assert.Null(copy["runtime"]);
        Assert.Empty(await GroupAsync((string)copy["uuid"]!));
    }

    private async Task<(string Server, string Disk, string Cdrom)> SourceAsync()
    {
        string disk = await DriveAsync(NewDrive("disk")), cdrom = await DriveAsync(NewDrive("cdrom", media: "cdrom"));
        return (await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(disk), Attachment(cdrom, "0:1"))))), disk, cdrom);
    }
}
