// Every member of a definition reaches the wire, under the API's own name.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.TestKit.Json;
using CloudSigma.Sdk.Tests.Contract;

namespace CloudSigma.Sdk.Tests.Wire;

public class DefinitionTests
{
    [Fact]
    public void New_acl_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewAcl,
        """
        {"name": "operators", "grantees": [{"email": "user@example.com", "uuid": "33333333-2222-4333-8444-555555555555"}],
         "rules": [{"permission": "LIST"}, {"permission": "NEW"}], "tags": [{"uuid": "22222222-2222-4333-8444-555555555555"}], "meta": {"k": "v"}}
        """);

    [Fact]
    public void New_backup_scheduler_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewBackupScheduler,
        """
        {"type": "backup", "name": "s", "is_enabled": false, "is_default": true, "enable_backup_policy_notifications": true, "enable_retention_policy_notifications": true,
         "manual_incremental_backup": "02:00,06:00", "user_timezone": "Europe/Zurich", "remote_location": "ZRH", "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"],
         "retention_policy": {"name": "p", "rules": [{"period": "weeks", "quantity": 3, "time_option": 1}]},
         "initial_backup": {"day_of_week": ["*"], "start_time": {"hour": 12, "minute": 0}, "end_time": {"hour": "11", "minute": "45"}},
         "incremental_backup": {"day_of_month": "", "day_of_week": ["mon"], "month": "", "hour": "", "minute": "", "repeat": {"hour": "", "minute": ""},
          "start_time": {"hour": 12, "minute": 0}, "end_time": {"hour": 11, "minute": 45}}}
        """);

    [Fact]
    public void New_drive_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewDrive,
        """
        {"name": "data", "size": 1073741824, "media": "cdrom", "storage_type": "nvme", "iops": 500, "allow_multimount": true,
         "affinities": ["a"], "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"]}
        """);

    [Fact]
    public void Clone_of_a_drive_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.CloneDriveOptions,
        """{"name": "copy", "size": 1073741824, "media": "disk", "storage_type": "zadara", "affinities": []}""");

    [Fact]
    public void New_keypair_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewKeypair,
        """
        {"name": "k", "public_key": "ssh-ed25519 AAAA", "private_key": "-----BEGIN", "algorithm_type": "rsa", "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"]}
        """);

    [Fact]
    public void New_server_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewServer,
        """
        {"name": "web", "cpu": 2000, "mem": 1073741824, "vnc_password": "secret12", "smp": 2, "cpu_type": "intel", "cpu_model": "host", "hypervisor": "kvm",
         "drives": [{"drive": "22222222-2222-4333-8444-555555555555", "device": "virtio", "dev_channel": "0:0", "boot_order": 1}],
         "nics": [{"mac": "22:00:00:00:00:01", "model": "virtio", "vlan": null, "ip_v4_conf": {"conf": "static", "ip": "203.0.113.7"}, "boot_order": null}],
         "pubkeys": ["33333333-2222-4333-8444-555555555555"], "gpus": [{"model": "nvidia_a6000"}], "epcs": [{"size": 1073741824}],
         "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"], "requirements": [], "context": false, "cpus_instead_of_cores": true,
         "enable_numa": true, "hv_relaxed": true, "hv_tsc": true, "allocation_pool": "44444444-2222-4333-8444-555555555555", "auto_start": true}
        """);

    [Fact]
    public void Clone_of_a_server_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.CloneServerOptions, """{"name": "copy", "random_vnc_password": false}""");

    [Fact]
    public void New_snapshot_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewSnapshot,
        """{"drive": "33333333-2222-4333-8444-555555555555", "name": "before", "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"]}""");

    [Fact]
    public void New_remote_snapshot_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewRemoteSnapshot,
        """{"drive": "33333333-2222-4333-8444-555555555555", "location": "ZRH", "name": "b", "meta": {"k": "v"}, "tags": ["22222222-2222-4333-8444-555555555555"]}""");

    [Fact]
    public void New_tag_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.NewTag, """{"name": "shared", "resources": ["22222222-2222-4333-8444-555555555555", "203.0.113.7"], "meta": {"k": "v"}}""");

    [Fact]
    public void Clone_of_a_snapshot_has_every_writable_member_of_the_api() => CheckAll(
        SdkJson.Context.CloneSnapshotOptions, """{"name": "copy", "media": "disk", "affinities": []}""");

    /// <summary>A text with all members is read into properties only, every property has a value, and the text comes out again.</summary>
    private static void CheckAll<T>(JsonTypeInfo<T> type, string json) where T : notnull
    {
        var definition = JsonSerializer.Deserialize(json, type)!;

        Assert.Empty(KeptMembers.Find([definition]));
        Assert.Empty(typeof(T).GetProperties().Where(p => p.Name is not ("AdditionalMembers" or "Avoid" or "ClientToken") && p.GetValue(definition) is null).Select(static p => p.Name));
        Assert.Null(JsonDifference.Find(JsonText.Parse(json), JsonSerializer.SerializeToElement(definition, type)));
    }
}
