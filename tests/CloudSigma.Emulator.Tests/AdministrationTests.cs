// The addresses below /_emulator/: request log, reset, time and seed.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class AdministrationTests
{
    public sealed class Log : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Accounts = [new("user@example.com", "hush-password") { Token = "hush-token" }, new("two@example.com", "hush-password") { OneTimePassword = "hush-otp" }];

        [Fact]
        public async Task A_line_tells_which_objects_a_request_made_changed_and_deleted()
        {
            var uuid = await DriveAsync();
            Assert.Equal([uuid], Last().Created);
            Assert.Empty(Last().Changed);
            await PutAsync($"drives/{uuid}/", With(NewDrive("other"), ("size", GiB)));
            Assert.Equal([uuid], Last().Changed);
            var clone = await ActAsync("drives", uuid, "clone");
            Assert.Equal(2, Last().Created.Count);
            Assert.Contains(clone.Uuid, Last().Created);
            Assert.Equal([uuid], Last().Changed);
            Wait(10);
            var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))));
            await DeleteAsync($"drives/{uuid}/");
            Assert.Equal([uuid], Last().Deleted);
            Assert.Equal([server], Last().Changed);
            await GetAsync("drives/");
            Assert.Empty((string[])[.. Last().Created, .. Last().Changed, .. Last().Deleted]);
        }

        [Fact]
        public async Task A_request_that_failed_has_changed_nothing()
        {
            (await PostAsync("drives/", new JsonArray(NewDrive(), new JsonObject()))).Refused(400, "validation", "media");
            Assert.Empty(Last().Created);
        }

        [Fact]
        public async Task The_log_is_served_and_cleared_and_leaves_itself_out()
        {
            await GetAsync("drives/?limit=3&colour=red");
            await GetAsync("/_emulator/time");
            var line = Assert.Single((await GetAsync("/_emulator/requests")).Is(200).Objects)!.AsObject();
            Assert.Equal(
                ["method", "path", "query", "status", "account", "warnings", "started_at", "request_id", "scheme", "has_credentials", "bytes_received", "bytes_sent", "fault", "created", "changed", "deleted"],
                line.Select(static member => member.Key));
            Assert.Equal(
                ("GET", "/api/2.0/drives/", "?limit=3&colour=red", 200, "user@example.com", "basic"),
                ((string?)line["method"], (string?)line["path"], (string?)line["query"], (int)line["status"]!, (string?)line["account"], (string?)line["scheme"]));
            Assert.Single(line["warnings"]!.AsArray());
            (await DeleteAsync("/_emulator/requests")).Is(204);
            Assert.Empty((await GetAsync("/_emulator/requests")).Objects);
        }

        [Fact]
        public async Task No_secret_is_in_the_log()
        {
            using var caller = new SessionCaller(Cloud);
            await caller.LoginAsync("two@example.com", "hush-password");
            await caller.ActAsync("verify_otp", """{"otp":"hush-otp-wrong"}""");
            await caller.ActAsync("verify_otp", """{"otp":"hush-otp"}""");
            await caller.SendAsync("GET", "drives/?token=hush-query&limit=1&new_Password=hush%20too");
            Assert.Equal("?token=***&limit=1&new_Password=***", Last().Query);
            string[] headers =
            [
                "Bearer hush-token", "Bearer hush-wrong", "Basic aHVzaA==", "Basic aHVzaDpodXNo", "Digest hush", "Digest username=\"hush\", hush=\"hush\"", "Hush hush",
            ];
            foreach (var header in headers)
            {
                using var client = NewClient(Cloud, account: null);
                client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
                await SendAsync(client, "GET", "drives/");
            }

            await caller.LoginAsync("two@example.com", "hush-password");
            var text = (await GetAsync("/_emulator/requests")).Is(200).Text;
            Assert.Equal(12, Cloud.Requests.Count);
            foreach (var secret in (string[])["hush", "aHVzaA", caller.Cookies["sessionid"], caller.Cookies["csrftoken"]])
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        private EmulatorRequest Last() => Cloud.Requests[^1];
    }

    public sealed class Reset : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Seed = 7;
            options.RateLimits = new() { Put = 1 };
        }

        [Fact]
        public async Task Everything_is_as_in_the_beginning()
        {
            using var caller = new SessionCaller(Cloud);
            var first = (await PostAsync("drives/", NewDrive())).Uuid;
            await PutAsync("profile/", new JsonObject { ["my_notes"] = "x" });
            (await PutAsync("profile/", new JsonObject())).Is(429);
            await caller.LoginAsync();
            await caller.ActAsync("create", """{"email":"new@example.com"}""");
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Times = null });

            (await SendAsync(Client, "POST", "/_emulator/reset")).Is(204);
            Assert.Empty(Cloud.Requests);
            Assert.Single(Cloud.Accounts);
            Assert.Empty((await GetAsync("drives/")).Is(200).Objects);
            Assert.Equal("", (string?)(await GetAsync("profile/")).Json["my_notes"]);
            (await caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            Assert.Equal(first, (await PostAsync("drives/", NewDrive())).Uuid);
            (await PutAsync("profile/", new JsonObject())).Is(200);
            Assert.Equal(5, Cloud.Requests.Count);
            Cloud.Reset();
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Fact]
        public async Task A_digest_of_before_is_stale()
        {
            using var client = NewClient(Cloud, account: null);
            var caller = DigestCaller.From(await SendAsync(client, "GET", "drives/"), Cloud.Accounts[0]);
            Cloud.Reset();
            Wait(600);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", caller.Header("GET", "/api/2.0/drives/"));
            Assert.Contains("stale=true", DigestCaller.Challenges((await SendAsync(client, "GET", "drives/")).Refused(401, "permission"))[0], StringComparison.Ordinal);
        }
    }

    public sealed class Time : EmulatorTest
    {
        [Fact]
        public async Task Time_that_is_added_moves_states_on_a_clock_that_stands_still()
        {
            var uuid = (await PostAsync("drives/", NewDrive())).Uuid;
            var answer = (await PostAsync("/_emulator/time", new JsonObject { ["advance"] = "00:05:00" })).Is(200);
            Assert.Equal("""{"now":"2026-01-02T03:09:05.0000000Z","offset":"00:05:00"}""", answer.Text);
            Assert.Equal("unmounted", await StatusAsync("drives", uuid));
            Wait(1);
            Assert.Equal("2026-01-02T03:09:06.0000000Z", (string?)(await GetAsync("/_emulator/time")).Json["now"]);
        }

        [Fact]
        public async Task Time_that_is_added_moves_states_on_the_clock_of_the_system()
        {
            await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Speed = 0.001 });
            using var client = NewClient(cloud, cloud.Accounts[0]);
            await SendAsync(client, "POST", "drives/", NewDrive().ToJsonString());
            Assert.Equal("creating", (string?)(await SendAsync(client, "GET", "drives/")).First["status"]);
            (await SendAsync(client, "POST", "/_emulator/time", """{"advance":"1.00:00:00"}""")).Is(200);
            Assert.Equal("unmounted", (string?)(await SendAsync(client, "GET", "drives/")).First["status"]);
        }

        [Theory]
        [InlineData("{}")]
        [InlineData("""{"advance":"-00:00:01"}""")]
        [InlineData("""{"advance":60}""")]
        [InlineData("""{"advance":"soon"}""")]
        [InlineData("""{"advance":"9999999.00:00:00"}""")]
        public async Task Time_goes_forward_only(string body)
        {
            (await SendAsync(Client, "POST", "/_emulator/time", body)).Refused(400, "validation", "advance");
            Assert.Throws<ArgumentOutOfRangeException>(() => Cloud.AdvanceTime(TimeSpan.FromTicks(-1)));
        }

        [Fact]
        public async Task A_leap_over_a_thousand_years_in_all_is_refused_and_changes_nothing()
        {
            (await AdvanceAsync("300000.00:00:00")).Is(200);
            (await AdvanceAsync("65001.00:00:00")).Refused(400, "validation", "advance");
            (await AdvanceAsync("65000.00:00:00")).Is(200);
            await DriveAsync();
            Assert.Equal("365000.00:00:00", (string?)(await GetAsync("/_emulator/time")).Json["offset"]);
        }

        private Task<Answer> AdvanceAsync(string by) => PostAsync("/_emulator/time", new JsonObject { ["advance"] = by });
    }

    public sealed class Seed : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];

        [Fact]
        public async Task Thousands_of_objects_are_there_at_once_and_ready()
        {
            var answer = (await SeedAsync("""{"drives":5000,"servers":100}""")).Is(200);
            Assert.Equal("""{"drives":5000,"servers":100}""", answer.Text);
            var drives = (await GetAsync("drives/detail/?limit=0")).Objects;
            Assert.Equal(5000, drives.Count);
            Assert.All(drives, static drive => Assert.Equal("unmounted", (string?)drive!["status"]));
            Assert.Equal(100, (int)(await GetAsync("servers/")).Json["meta"]!["total_count"]!);
            Assert.Equal("drive-00001", (string?)drives[0]!["name"]);
        }

        [Fact]
        public async Task Documents_are_made_for_each_account_with_the_uuid_they_name()
        {
            const string Uuid = "11111111-2222-4333-8444-555555555555";
            (await SeedAsync($$"""
                {
                    "account": "second@example.com", "drives": [{"uuid": "{{Uuid}}", "name": "own", "media": "disk", "size": 1073741824}],
                    "accounts": { "user@example.com": { "drives": 2, "servers": [{"name": "web", "cpu": 1000, "mem": 1073741824, "vnc_password": "x"}] } }
                }
                """)).Is(200);
            Assert.Equal(2, (await GetAsync("drives/")).Objects.Count);
            Assert.Equal("web", (await GetAsync("servers/")).Names.Single());
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            Assert.Equal("own", (string?)(await SendAsync(second, "GET", $"drives/{Uuid}/")).Is(200).Json["name"]);
        }

        [Theory]
        [InlineData("""{"drives":-1}""", "drives")]
        [InlineData("""{"drives":1.5}""", "drives")]
        [InlineData("""{"drives":"5"}""", "drives")]
        [InlineData("""{"drives":[1]}""", "drives")]
        [InlineData("""{"drives":1000001}""", "drives")]
        [InlineData("""{"jobs":1}""", "jobs")]
        [InlineData("""{"profile":1}""", "profile")]
        [InlineData("""{"unicorns":1}""", "unicorns")]
        [InlineData("""{"account":"nobody@example.com"}""", "account")]
        [InlineData("""{"account":5}""", "account")]
        [InlineData("""{"accounts":{"nobody@example.com":{}}}""", "account")]
        [InlineData("""{"accounts":[]}""", "accounts")]
        [InlineData("""{"drives":[{"uuid":"x","name":"a","media":"disk","size":1073741824}]}""", "uuid")]
        [InlineData("""{"drives":[{"name":"a"}]}""", "media")]
        public async Task A_bad_plan_is_refused_and_nothing_of_it_happens(string plan, string point)
        {
            (await SeedAsync("""{"servers":1,""" + plan[1..])).Refused(400, "validation", point);
            Assert.Empty((await GetAsync("servers/")).Objects);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        private Task<Answer> SeedAsync(string plan) => SendAsync(Client, "POST", "/_emulator/seed", plan);
    }

    public sealed class Door : EmulatorTest
    {
        [Fact]
        public async Task No_credentials_are_needed_and_faults_do_not_hit()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.DropBefore, Times = null });
            using var client = NewClient(Cloud, account: null);
            (await SendAsync(client, "GET", "/_emulator/requests")).Is(200);
            (await SendAsync(client, "DELETE", "/_emulator/faults/")).Is(204);
        }

        [Theory]
        [InlineData("GET", "/_emulator/", 404)]
        [InlineData("GET", "/_emulator", 404)]
        [InlineData("GET", "/_emulator/unicorns", 404)]
        [InlineData("GET", "/_emulator/reset", 405)]
        [InlineData("PUT", "/_emulator/requests", 405)]
        [InlineData("PUT", "/_emulator/faults", 405)]
        [InlineData("DELETE", "/_emulator/time", 405)]
        [InlineData("GET", "/_emulator/seed", 405)]
        [InlineData("GET", "/_emulator/sessions/expire", 405)]
        [InlineData("POST", "/_emulator/time", 400)]
        [InlineData("POST", "/_emulator/seed", 400)]
        [InlineData("POST", "/_emulator/faults", 400)]
        public async Task Mistakes_are_answered_in_the_form_of_the_api(string method, string path, int status)
        {
            (await SendAsync(Client, method, path)).Refused(status, status switch { 404 => "notexist", 405 => "permission", _ => "validation" });
            Assert.Empty(Cloud.Requests);
        }

        [Fact]
        public async Task Web_pages_cannot_steer_the_cloud()
        {
            Client.DefaultRequestHeaders.Add("Origin", "http://example.com");
            (await SendAsync(Client, "POST", "/_emulator/reset")).Refused(403, "permission");
        }
    }
}
