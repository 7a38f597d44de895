// A running server as the API describes it in detail: one drive, a public and a private network card, live data.
namespace CloudSigma.Sdk.Benchmarks.Documents;

internal static class ServerDocument
{
    public static readonly Guid Uuid = new("4e31777b-92b5-4633-9f31-c28443a63cfd");

    public static string Json { get; } = """
        {"allocation_pool":null,"auto_start":false,"context":true,"cpu":4000,"cpu_model":null,"cpu_type":"amd","cpus_instead_of_cores":false,
        "drives":[{"boot_order":1,"dev_channel":"0:0","device":"virtio","drive":{"resource_uri":"/api/2.0/drives/39e4c24b-980a-49ce-968c-1f32b124b23f/","uuid":"39e4c24b-980a-49ce-968c-1f32b124b23f"},
        "runtime":{"io":{"bytes_read":89888768,"bytes_written":1025024,"count_flush":4,"count_read":4129,"count_written":24,"total_time_ns_flush":1078101,"total_time_ns_read":59316944256,"total_time_ns_write":802874160}}}],
        "enable_numa":false,"epcs":[],"gpus":[],"grantees":[],"hv_relaxed":false,"hv_tsc":false,"hypervisor":"kvm","is_grey":false,"jobs":[],"mem":4294967296,"meta":{"description":"front end"},"name":"web-1",
        "nics":[{"boot_order":null,"ip_v4_conf":{"conf":"dhcp","ip":null},"ip_v6_conf":null,"mac":"22:b8:8c:17:fe:19","model":"virtio",
        "runtime":{"interface_type":"public","io":{"bytes_recv":60561234,"bytes_sent":10311777,"packets_recv":42000,"packets_sent":14900},"ip_v4":{"resource_uri":"/api/2.0/ips/203.0.113.149/","uuid":"203.0.113.149"},"ip_v6":null},"vlan":null},
        {"boot_order":null,"ip_v4_conf":null,"ip_v6_conf":null,"mac":"22:a1:1f:90:4c:02","model":"virtio",
        "runtime":{"interface_type":"private","io":{"bytes_recv":6056,"bytes_sent":10311,"packets_recv":42,"packets_sent":149},"ip_v4":null,"ip_v6":null},"vlan":{"resource_uri":"/api/2.0/vlans/5ef0a1a6-9a8b-4e0f-a1c8-6f0e7a3c2b11/","uuid":"5ef0a1a6-9a8b-4e0f-a1c8-6f0e7a3c2b11"}}],
        "owner":{"resource_uri":"/api/2.0/user/c2fc9982-cf2e-434a-bf63-e22a27b39f00/","uuid":"c2fc9982-cf2e-434a-bf63-e22a27b39f00"},"permissions":[],"pubkeys":[],"requirements":[],"resource_uri":"/api/2.0/servers/4e31777b-92b5-4633-9f31-c28443a63cfd/",
        "runtime":{"active_since":"2026-10-19T13:44:33+00:00","nics":[{"interface_type":"public","io":{"bytes_recv":60561234,"bytes_sent":10311777,"packets_recv":42000,"packets_sent":14900},"ip_v4":{"resource_uri":"/api/2.0/ips/203.0.113.149/","uuid":"203.0.113.149"},"ip_v6":null,"mac":"22:b8:8c:17:fe:19"}]},
        "smp":2,"status":"running","tags":[],"uuid":"4e31777b-92b5-4633-9f31-c28443a63cfd","vnc_password":"1132f1963f9f47b4"}
        """.ReplaceLineEndings("");
}
