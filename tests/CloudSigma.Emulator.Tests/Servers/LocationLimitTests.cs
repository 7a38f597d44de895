// What a location offers: limits, GPUs, enclaves and the library.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public static class LocationLimitTests
{
    public sealed class Accelerators : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Location = new()
        {
            Gpus = new Dictionary<string, EmulatorGpu> { ["nvidia_a100"] = new() { Count = 2, Cpu = 8000, Mem = 4 * GiB, Smp = 4 }, ["nvidia_a6000"] = new() { Count = 1 } },
            Epc = new() { MaxPerHost = 2 * GiB },
        };

        [Fact]
        public async Task Capabilities_name_them()
        {
            var capabilities = (await GetAsync("capabilities/")).Json;
            Assert.Equal($$"""{"cpu":8000,"mem":{{4 * GiB}},"smp":4}""", capabilities["gpus"]!["nvidia_a100"]!.ToJsonString());
            Assert.Equal($$"""{"epc_mem_ratio":0.5,"max_per_host":{{2 * GiB}}}""", capabilities["epc"]!.ToJsonString());
        }

        [Fact]
        public async Task A_gpu_is_given_while_the_server_runs()
        {
            var uuid = await ServerAsync(WithGpus("nvidia_a6000", "nvidia_a100"));
            Assert.Equal("""[{"gpu":null,"model":"nvidia_a6000"},{"gpu":null,"model":"nvidia_a100"}]""", (await GetAsync($"servers/{uuid}/")).Json["gpus"]!.ToJsonString());
            await ActAsync("servers", uuid, "start");
            Wait(4);
            var gpu = (await GetAsync($"servers/{uuid}/")).Json["gpus"]![1]!["gpu"]!;
            Assert.Equal(("nvidia_a100", Cloud.Accounts[0].Uuid.ToString()), ((string?)gpu["model_id"], (string?)gpu["owner"]!["uuid"]));
            Assert.Equal($"/api/2.0/gpus/{gpu["uuid"]}/", (string?)gpu["resource_uri"]);
            await ActAsync("servers", uuid, "stop");
            Wait(3);
            Assert.Null((await GetAsync($"servers/{uuid}/")).Json["gpus"]![0]!["gpu"]);
        }

        [Fact]
        public async Task Without_a_free_gpu_no_server_starts_and_nothing_is_taken()
        {
            var first = await RunningServerAsync(WithGpus("nvidia_a6000"));
            var second = await ServerAsync(WithGpus("nvidia_a100", "nvidia_a100", "nvidia_a6000"));
            (await ActAsync("servers", second, "start")).Refused(503, "backend");
            await RunningServerAsync(WithGpus("nvidia_a100", "nvidia_a100"));
            await ActAsync("servers", first, "stop");
            Wait(3);
            await RunningServerAsync(WithGpus("nvidia_a6000"));
            Assert.Equal(2, (await GroupsAsync()).Sum(static group => group.Length));
        }

        [Theory]
        [InlineData("voodoo", "cpu", 8000, "gpus.model")]
        [InlineData("nvidia_a100", "mem", 5 * GiB, "mem")]
        [InlineData("nvidia_a100", "smp", 8, "smp")]
        public async Task Models_and_sizes_are_checked(string model, string member, long value, string point) =>
            (await PostAsync("servers/", With(WithGpus(model), ("cpu", 8000), ("smp", 4), (member, value)))).Refused(400, "validation", point);

        [Theory]
        [InlineData(GiB, GiB)]
        [InlineData(2 * GiB, null)]
        public async Task Enclaves_that_fit_are_taken(long one, long? two)
        {
            var epcs = new JsonArray([.. ((long?[])[one, two]).OfType<long>().Select(static size => new JsonObject { ["size"] = size })]);
            var answer = (await PostAsync("servers/", With(NewServer(), ("epcs", epcs)))).Is(201);
            Assert.True(JsonNode.DeepEquals(epcs, answer.First["epcs"]));
            (await ActAsync("servers", answer.Uuid, "start")).Is(202);
        }

        [Theory]
        [InlineData(0, null, "epcs.size")]
        [InlineData(GiB, GiB + 1, "epcs.size")]
        public async Task Other_sizes_are_refused(long one, long? two, string point)
        {
            var epcs = new JsonArray([.. ((long?[])[one, two]).OfType<long>().Select(static size => new JsonObject { ["size"] = size })]);
            (await PostAsync("servers/", With(NewServer(), ("epcs", epcs)))).Refused(400, "validation", point);
        }

        [Fact]
        public async Task A_guest_with_an_enclave_needs_memory_for_it()
        {
            var body = With(NewServer(), ("mem", GiB / 2), ("epcs", new JsonArray(new JsonObject { ["size"] = 2 * GiB })));
            (await ActAsync("servers", await ServerAsync(body), "start")).Refused(400, "validation", "mem");
        }

        private static JsonObject WithGpus(params string[] models) =>
            With(NewServer(), ("gpus", new JsonArray([.. models.Select(static model => new JsonObject { ["model"] = model })])));
    }

    public sealed class Plain : ServerTest
    {
        [Fact]
        public async Task Gpus_and_enclaves_are_not_everywhere()
        {
            (await PostAsync("servers/", With(NewServer(), ("gpus", new JsonArray(new JsonObject { ["model"] = "nvidia_a100" }))))).Refused(400, "validation", "gpus.model");
            (await PostAsync("servers/", With(NewServer(), ("epcs", new JsonArray(new JsonObject { ["size"] = 1 }))))).Refused(400, "validation", "epcs");
            var capabilities = (await GetAsync("capabilities/")).Object;
            Assert.DoesNotContain(capabilities, static member => member.Key is "gpus" or "epc");
        }

        [Theory]
        [InlineData("name")]
        [InlineData("vnc_password")]
        public async Task Name_and_password_are_not_empty(string member)
        {
            (await PostAsync("servers/", With(NewServer(), (member, "")))).Refused(400, "validation", member);
            (await PutAsync($"servers/{await ServerAsync()}/", With(NewServer(), (member, "")))).Refused(400, "validation", member);
        }

        [Fact]
        public async Task A_put_is_checked_with_what_is_stored()
        {
            var uuid = await ServerAsync(With(NewServer(), ("cpu", 8000), ("smp", 4)));
            (await PutAsync($"servers/{uuid}/", With(NewServer(), ("cpu", 2000)))).Refused(400, "validation", "cpu");
            (await PutAsync($"servers/{uuid}/", With(NewServer(), ("cpu", 2000), ("smp", 1)))).Is(200);
        }
    }

    public sealed class Small : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Location = new()
        {
            StorageTypes = new Dictionary<string, EmulatorStorageLimits> { ["ssd"] = new() { Size = new(1, GiB), Iops = new(10, 20), BaseIops = 15 } },
            DefaultStorageType = "ssd",
            Hosts = new Dictionary<string, EmulatorHostLimits> { ["intel"] = new() { Smp = new(2, 2), Mem = new(1, GiB) }, ["sparc_t5"] = new() },
            Hypervisors = new Dictionary<string, IReadOnlyList<string>> { ["kvm"] = ["intel"], ["solaris-kz"] = ["sparc_t5"] },
            DefaultCpuType = "intel",
            Library = ["Debian 12", "Debian 12 Network Installer"],
            Accounts = [new("second@example.com", "x")],
        };

        [Fact]
        public async Task Capabilities_show_the_location()
        {
            var capabilities = (await GetAsync("capabilities/")).Json;
            Assert.Equal("ssd", (string?)capabilities["default_storage_type"]);
            Assert.Equal("""{"ssd":{"iops":{"base":15,"max":20,"min":10},"max_size":1073741824,"min_size":1,"size":{"max":1073741824,"min":1}}}""", capabilities["drives"]!.ToJsonString());
            Assert.Equal(["intel", "sparc_t5"], capabilities["hosts"]!.AsObject().Select(static host => host.Key));
            Assert.Equal("""{"kvm":["intel"],"solaris-kz":["sparc_t5"]}""", capabilities["hypervisors"]!.ToJsonString());
            Assert.Equal("""{"max":2,"min":2}""", capabilities["servers"]!["smp"]!.ToJsonString());
        }

        [Fact]
        public async Task A_seed_by_number_keeps_to_it()
        {
            using var plan = new StringContent("""{"drives": 2, "servers": 2}""");
            using var answer = await Client.PostAsync("/_emulator/seed", plan);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Assert.Equal(2, (await GetAsync("servers/detail/")).Objects.Count);
        }

        [Fact]
        public async Task Drives_and_servers_keep_to_it()
        {
            Assert.Equal("ssd", (string?)(await PostAsync("drives/", NewDrive())).First["storage_type"]);
            (await PostAsync("drives/", NewDrive(size: GiB + 1))).Refused(400, "validation", "size");
            (await PostAsync("drives/", With(NewDrive(), ("storage_type", "dssd")))).Refused(400, "validation", "storage_type");
            Assert.Equal("intel", (string?)(await PostAsync("servers/", With(NewServer(), ("smp", 2)))).First["cpu_type"]);
            (await PostAsync("servers/", NewServer())).Refused(400, "validation", "smp");
            (await PostAsync("servers/", With(NewServer(), ("cpu_type", "sparc_t5")))).Refused(400, "validation", "cpu_type");
            (await PostAsync("servers/", With(NewServer(), ("cpu_type", "sparc_t5"), ("hypervisor", "solaris-kz")))).Is(201);
            Assert.Equal("intel", (string?)(await GetAsync("servers/schema/")).Json["fields"]!["cpu_type"]!["default"]);
        }

        [Fact]
        public async Task The_library_and_the_accounts_are_those_of_the_location()
        {
            Assert.Equal(["Debian 12", "Debian 12 Network Installer"], (await GetAsync("libdrives/")).Names);
            Assert.Equal(["user@example.com", "second@example.com"], Cloud.Accounts.Select(static account => account.Email));
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            (await SendAsync(second, "GET", "profile/")).Is(200);
        }
    }
}
