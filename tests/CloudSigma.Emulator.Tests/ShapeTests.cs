// The answers of the emulator against the documented ones, where those are at hand.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class ShapeTests : EmulatorTest
{
    private static readonly HashSet<string> Newer =
    [
        "iops", "backup_scheduler", "remote_snapshots", "is_downloadable", "is_ephemeral", "local_nvme",
        "allocation_pool", "auto_start", "is_grey", "gpus", "epcs",
        "rx_foreign", "rx_local", "tx_foreign", "tx_local",
        "grantees", "permissions",
    ];

    [ExamplesTheory]
    [InlineData("response_drive_create_minimal", "drive created")]
    [InlineData("response_drive_create_bulk", "drive created")]
    [InlineData("response_drive_create_zadara", "drive created")]
    [InlineData("response_drive_storage_type", "drive created")]
    [InlineData("response_drive_edit", "drive")]
    [InlineData("response_drive_get_unmounted", "drive")]
    [InlineData("response_drive_resize", "drive")]
    [InlineData("response_drive_list", "drives/")]
    [InlineData("response_drive_list_detail", "drives/detail/")]
    [InlineData("response_drive_list_just_uuid_and_status", "drives/?fields=uuid,status&limit=0")]
    [InlineData("response_drive_clone", "drive cloned")]
    [InlineData("response_drive_clone_dssd_zadara", "drive cloned")]
    [InlineData("response_drive_clone_zadara_zadara", "drive cloned")]
    [InlineData("response_drive_clone_naming_counter", "drive cloned")]
    [InlineData("response_drive_resize_action", "drive resized")]
    [InlineData("response_drive_schema", "drives/schema/")]
    [InlineData("response_librdrive_get_through_drives", "library drive")]
    [InlineData("response_server_create_minimal", "server created")]
    [InlineData("response_server_create_full", "server created")]
    [InlineData("response_server_edit_minimal", "server")]
    [InlineData("response_server_attach_drive", "server")]
    [InlineData("response_server_add_private_nic", "server")]
    [InlineData("response_server_add_manual_nic", "server")]
    [InlineData("response_server_change_nic_to_static", "server")]
    [InlineData("response_server_del_and_change_nic", "server")]
    [InlineData("response_server_rearrange_nics", "server")]
    [InlineData("response_server_get_running", "server running")]
    [InlineData("response_server_get_clone_source", "server")]
    [InlineData("response_server_list", "servers/")]
    [InlineData("response_server_add_meta", "server")]
    [InlineData("response_server_edit_meta", "server")]
    [InlineData("response_server_recurse_del_all_drives_create", "server created")]
    [InlineData("response_server_recurse_del_disks_create", "server created")]
    [InlineData("response_pubkeys_server", "server created")]
    [InlineData("response_guest_for_context", "server running")]
    [InlineData("response_server_schema", "servers/schema/")]
    [InlineData("response_server_stop", "server stopped")]
    [InlineData("response_server_acpi_shutdown", "server shut down")]
    [InlineData("response_ip_list", "ips/?limit=0")]
    [InlineData("response_ip_get", "ips/198.19.0.11/")]
    [InlineData("response_ip_update", "ips/198.19.0.11/")]
    [InlineData("response_ip_schema", "ips/schema/")]
    [InlineData("response_vlan_list", "vlans/")]
    [InlineData("response_vlan_list_detail", "vlans/detail/")]
    [InlineData("response_vlan_get", "vlan")]
    [InlineData("response_vlan_update", "vlan")]
    [InlineData("response_vlan_schema", "vlans/schema/")]
    [InlineData("response_server_open_vnc", "server open_vnc")]
    [InlineData("response_server_close_vnc", "server close_vnc")]
    [InlineData("response_server_open_console", "server open_console")]
    [InlineData("response_server_close_console", "server close_console")]
    [InlineData("response_libdrive_list", "libdrives/?os=windows")]
    [InlineData("response_libdrive_get", "library image")]
    [InlineData("response_libdrive_schema", "libdrives/schema/")]
    [InlineData("response_jobs_list", "jobs/")]
    [InlineData("response_server_clone", "server cloned")]
    [InlineData("response_jobs_server_clone", "server job")]
    [InlineData("response_jobs_schema", "jobs/schema/")]
    [InlineData("response_locations", "locations/")]
    [InlineData("response_capabilities", "capabilities/")]
    [InlineData("response_capabilities_schema", "capabilities/schema/")]
    [InlineData("response_profile", "profile/")]
    [InlineData("response_profile_update", "profile/")]
    [InlineData("response_profile_schema", "profile/schema/")]
    public async Task Members_and_kinds_are_those_of_the_documented_answer(string example, string produced)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
        var documented = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]);
        var ours = await ProduceAsync(produced);
        Assert.Empty(new Shape(Newer).Compare(documented, ours));
        Assert.StartsWith($"HTTP/1.1 {_status} ", text, StringComparison.Ordinal);
    }

    private int _status;

    private async Task<JsonNode> ProduceAsync(string produced)
    {
        var drive = await DriveAsync(With(NewDrive(), ("tags", new JsonArray(await TagAsync()))));
        var nics = new JsonArray(
            new JsonObject { ["ip_v4_conf"] = new JsonObject { ["conf"] = "static", ["ip"] = "198.19.0.10" } },
            new JsonObject { ["vlan"] = await VlanAsync() });
        var body = With(NewServer(), ("drives", new JsonArray(Attachment(drive))), ("nics", nics));
        var created = await PostAsync("servers/", body);
        var server = created.Is(201).Uuid;
        var source = (await PostAsync("drives/", NewDrive())).Is(201);
        Wait(2);
        var cloned = await ActAsync("drives", source.Uuid, "clone");
        var image = (string)(await GetAsync("libdrives/?os=windows&media=disk")).First["uuid"]!;
        var job = (string)cloned.First["jobs"]![0]!["uuid"]!;
        var answer = produced switch
        {
            "drive created" => source,
            "drive" => await GetAsync($"drives/{drive}/"),
            "drive cloned" => cloned,
            "drive resized" => await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB)),
            "library drive" => await GetAsync($"drives/{image}/"),
            "library image" => await GetAsync($"libdrives/{image}/"),
            "server created" => created,
            "server" => await GetAsync($"servers/{server}/"),
            "server running" => await RunAsync(server),
            "server stopped" => await RunAsync(server, "stop"),
            "server shut down" => await RunAsync(server, "shutdown"),
            "vlan" => await GetAsync($"vlans/{await VlanAsync()}/"),
            "server open_vnc" or "server close_vnc" or "server open_console" or "server close_console" => await RunAsync(server, produced.Split(' ')[1]),
            "server cloned" => await ActAsync("servers", server, "clone"),
            "server job" => await GetAsync($"jobs/{(await ActAsync("servers", server, "clone")).Object["jobs"]![0]!["uuid"]}/"),
            "job" => await GetAsync($"jobs/{job}/"),
            _ => await GetAsync(produced),
        };
        _status = answer.Status;
        return answer.Json;
    }

    private async Task<Answer> RunAsync(string server, string? action = null)
    {
        (await ActAsync("servers", server, "start")).Is(202);
        Wait(4);
        return action is null ? await GetAsync($"servers/{server}/") : await ActAsync("servers", server, action);
    }
}
