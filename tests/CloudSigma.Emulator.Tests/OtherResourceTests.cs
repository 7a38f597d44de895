// Schemas, jobs, profile, capabilities and locations; and time that moves only when it is moved.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class OtherResourceTests
{
    public sealed class Schemas : EmulatorTest
    {
        [Theory]
        [InlineData("drives")]
        [InlineData("servers")]
        [InlineData("libdrives")]
        [InlineData("jobs")]
        [InlineData("profile")]
        public async Task A_schema_names_all_members_that_answers_have(string resource)
        {
            var schema = (await GetAsync($"{resource}/schema/")).Is(200).Json;
            var source = await DriveAsync();
            await ServerAsync();
            await ActAsync("drives", source, "clone");
            var answer = await GetAsync($"{resource}/");
            var detail = resource is "drives" or "servers" ? (await GetAsync($"{resource}/detail/")).First : resource == "profile" ? answer.Object : answer.First;
            Assert.Equal(schema["fields"]!.AsObject().Select(static field => field.Key), detail.Select(static member => member.Key));
        }

        [Fact]
        public async Task The_newer_style_marks_required_and_the_older_one_blank()
        {
            var newer = (await GetAsync("drives/schema/")).Json["fields"]!["media"]!.AsObject();
            Assert.Equal(["choices", "default", "help_text", "readonly", "required", "type"], newer.Select(static member => member.Key));
            Assert.True((bool)newer["required"]!);
            var older = (await GetAsync("jobs/schema/")).Json["fields"]!["state"]!.AsObject();
            Assert.Equal(["blank", "default", "help_text", "nullable", "readonly", "type", "unique"], older.Select(static member => member.Key));
        }

        [Fact]
        public async Task Nested_members_are_described_and_filters_listed()
        {
            var schema = (await GetAsync("servers/schema/")).Json;
            Assert.Equal("static", (string?)schema["fields"]!["nics"]!["fields"]!["ip_v4_conf"]!["fields"]!["conf"]!["choices"]![1]);
            Assert.Equal("""{"name":"exact","name__contains":"exact","tag":"exact","uuid":"exact"}""", schema["filtering"]!.ToJsonString());
            Assert.Equal(1, (int)(await GetAsync("jobs/schema/")).Json["filtering"]!["state"]!);
        }
    }

    public sealed class Jobs : EmulatorTest
    {
        [Fact]
        public async Task Jobs_are_filtered_by_state()
        {
            var source = await DriveAsync();
            await ActAsync("drives", source, "clone");
            Wait(5);
            await ActAsync("drives", source, "clone");
            Wait(5);
            Assert.Single((await GetAsync("jobs/?state=success")).Objects);
            Assert.Single((await GetAsync("jobs/?state=started")).Objects);
            Assert.Equal(2, (await GetAsync("jobs/?state=started,success")).Objects.Count);
        }

        [Fact]
        public async Task Times_are_those_of_the_work()
        {
            await ActAsync("drives", await DriveAsync(), "clone");
            Wait(60);
            var job = (await GetAsync("jobs/")).First;
            Assert.Equal(("2026-01-02T03:04:07+00:00", "2026-01-02T03:04:17+00:00"), ((string?)job["created"], (string?)job["last_modified"]));
        }

        [Fact]
        public async Task Finished_jobs_are_forgotten_after_three_days_by_all()
        {
            var source = await DriveAsync();
            await ActAsync("drives", source, "clone");
            Wait(10 + (3 * 86400) - 1);
            Assert.Single((await GetAsync("jobs/")).Objects);
            Wait(1);
            Assert.Empty((await GetAsync("jobs/")).Objects);
            Assert.Empty((await GetAsync($"drives/{source}/")).Json["jobs"]!.AsArray());
        }

        [Fact]
        public async Task Objects_that_are_gone_leave_the_job()
        {
            var source = await DriveAsync();
            var copy = (await ActAsync("drives", source, "clone")).Uuid;
            Wait(10);
            await DeleteAsync($"drives/{source}/");
            Assert.Equal($"/api/2.0/drives/{copy}/", (string?)Assert.Single((await GetAsync("jobs/")).First["resources"]!.AsArray()));
        }
    }

    public sealed class Time : EmulatorTest
    {
        [Fact]
        public async Task Nothing_moves_while_the_clock_stands_still()
        {
            var uuid = (await PostAsync("drives/", NewDrive())).Uuid;
            for (var i = 0; i < 20; i++) Assert.Equal("creating", await StatusAsync("drives", uuid));
        }

        [Fact]
        public async Task Everything_that_is_due_happens_in_its_order_however_late_one_looks()
        {
            var uuid = await ServerAsync();
            await ActAsync("servers", uuid, "start");
            var source = await DriveAsync();
            Wait(3600);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            Assert.Equal("2026-01-02T03:04:09+00:00", (string?)(await GetAsync($"servers/{uuid}/")).Json["runtime"]!["active_since"]);
            Assert.Equal("unmounted", await StatusAsync("drives", source));
        }
    }

    public sealed class Singles : EmulatorTest
    {
        [Fact]
        public async Task The_profile_takes_changes_and_ignores_what_it_may_not_change()
        {
            var profile = (await GetAsync("profile/")).Json;
            Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), (string?)profile["uuid"]);
            profile["first_name"] = "Ada";
            profile["email"] = "other@example.com";
            profile["country"] = "XX";
            profile["state"] = "TRIAL";
            profile["autotopup_amount"] = "12.50";
            var answer = (await PutAsync("profile/", profile)).Is(200).Json;
            Assert.Equal(("Ada", "user@example.com", "CH", "REGULAR", "12.50"), ((string?)answer["first_name"], (string?)answer["email"], (string?)answer["country"], (string?)answer["state"], (string?)answer["autotopup_amount"]));
            Assert.True(JsonNode.DeepEquals(answer, (await GetAsync("profile/")).Json));
        }

        [Theory]
        [InlineData("clone_naming", "SOMETHING")]
        [InlineData("autotopup_amount", "much")]
        [InlineData("mailing_list", "yes")]
        public async Task The_profile_refuses_bad_values(string member, string value) =>
            (await PutAsync("profile/", new JsonObject { [member] = value })).Refused(400, "validation", member);

        [Fact]
        public async Task An_address_has_at_most_180_characters() =>
            (await PutAsync("profile/", new JsonObject { ["address"] = new string('x', 181) })).Refused(400, "validation", "address");

        [Fact]
        public async Task Locations_begin_with_the_emulator_itself()
        {
            var answer = await GetAsync("locations/?limit=0");
            Assert.Equal(Cloud.Endpoint.AbsoluteUri, (string?)answer.First["api_endpoint"]);
            Assert.Contains(answer.Objects, static place => (string?)place!["id"] == "ZRH" && (string?)place["api_endpoint"] == "https://zrh.cloudsigma.com/api/2.0/");
            Assert.Equal(answer.Objects.Count, (int)answer.Json["meta"]!["total_count"]!);
        }

        [Fact]
        public async Task Capabilities_are_one_object()
        {
            var answer = (await GetAsync("capabilities/?limit=0")).Is(200).Json;
            Assert.True((long)answer["drives"]!["dssd"]!["size"]!["min"]! > 0);
            Assert.Equal("""["get"]""", (await GetAsync("capabilities/schema/")).Json["allowed_methods"]!.ToJsonString());
        }
    }
}
