// Create, update and delete by the rules that all resources share.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class WriteTests
{
    public sealed class Create : EmulatorTest
    {
        [Fact]
        public async Task The_three_forms_of_the_body_have_the_same_answer()
        {
            foreach (var body in (JsonNode[])[NewDrive(), new JsonArray(NewDrive()), new JsonObject { ["objects"] = new JsonArray(NewDrive()) }])
            {
                var answer = (await PostAsync("drives/", body)).Is(201);
                Assert.Equal(["objects"], answer.Object.Select(static member => member.Key));
                Assert.Equal("d1", (string?)Assert.Single(answer.Objects)!["name"]);
                Assert.Equal($"/api/2.0/drives/{answer.Uuid}/", answer.Message.Headers.Location!.ToString());
            }
        }

        [Fact]
        public async Task Several_objects_come_back_in_the_order_of_the_request()
        {
            var answer = await PostAsync("drives/", new JsonArray(NewDrive("z"), NewDrive("a"), NewDrive("m")));
            Assert.Equal(["z", "a", "m"], answer.Names);
        }

        [Theory]
        [InlineData("drives", "media")]
        [InlineData("drives", "name")]
        [InlineData("drives", "size")]
        [InlineData("servers", "cpu")]
        [InlineData("servers", "mem")]
        [InlineData("servers", "name")]
        [InlineData("servers", "vnc_password")]
        public async Task A_missing_required_member_is_named(string resource, string member)
        {
            var body = resource == "drives" ? NewDrive() : NewServer();
            body.Remove(member);
            (await PostAsync($"{resource}/", body)).Refused(400, "validation", member, "This field is required");
        }

        [Fact]
        public async Task Requests_at_the_same_time_do_not_disturb_each_other()
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => PostAsync("drives/", NewDrive($"d{n}"))));
            Assert.Equal(200, answers.Select(static answer => answer.Is(201).Uuid).Distinct().Count());
            Assert.Equal(200, (await GetAsync("drives/?limit=0")).Objects.Count);
        }

        [Fact]
        public async Task All_mistakes_are_reported_together()
        {
            var answer = (await PostAsync("drives/", new JsonObject { ["size"] = "big" })).Is(400);
            Assert.Equal(["media", "name", "size"], answer.Json.AsArray().Select(static error => (string)error!["error_point"]!));
        }

        [Fact]
        public async Task A_bulk_create_with_one_mistake_creates_nothing()
        {
            (await PostAsync("drives/", new JsonArray(NewDrive(), NewDrive(size: 1)))).Refused(400, "validation", "size");
            Assert.Empty((await GetAsync("drives/")).Objects);
            Wait(10);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Theory]
        [InlineData("{")]
        [InlineData("")]
        [InlineData("7")]
        [InlineData("[]")]
        [InlineData("[1]")]
        [InlineData("""{"name":"a","name":"b"}""")]
        [InlineData("""{"size":1e999}""")]
        [InlineData("""{"name":"a","media":"disk","size":1e18}""")]
        [InlineData("""{"name":"a","media":"disk","size":9223372036854775807}""")]
        [InlineData("""{"name":"\ud800"}""")]
        public async Task A_body_that_is_no_object_or_list_of_objects_is_refused(string body) =>
            Assert.Equal("validation", (string?)(await SendAsync(Client, "POST", "drives/", body)).Is(400).Json[0]!["error_type"]);

        [Fact]
        public async Task Numbers_as_text_and_with_a_zero_fraction_are_taken()
        {
            var answer = await SendAsync(Client, "POST", "drives/", """[{"name":"a","media":"disk","size":"1073741824"},{"name":"b","media":"disk","size":1073741824.0}]""");
            Assert.All(answer.Is(201).Objects, static drive => Assert.Equal(GiB, (long)drive!["size"]!));
        }

        [Theory]
        [InlineData("""{"123456789012345678901234567890123":"x"}""")]
        [InlineData("""{"key":1}""")]
        [InlineData("""{"key":null}""")]
        [InlineData("[]")]
        public async Task Meta_takes_texts_under_keys_of_at_most_32_characters(string meta) =>
            (await PostAsync("drives/", With(NewDrive(), ("meta", JsonNode.Parse(meta))))).Refused(400, "validation", "meta");

        [Fact]
        public async Task A_key_of_32_characters_and_a_value_with_line_breaks_are_fine()
        {
            var meta = new JsonObject { [new string('k', 32)] = "one\ntwo ü 漢 😀" };
            var answer = await PostAsync("drives/", With(NewDrive(), ("meta", meta)));
            Assert.Equal(meta.ToJsonString(), answer.First["meta"]!.ToJsonString());
        }

        [Fact]
        public async Task Read_only_members_of_a_create_are_ignored()
        {
            var own = Guid.NewGuid().ToString();
            var answer = await PostAsync("drives/", With(NewDrive(), ("uuid", own), ("status", "mounted"), ("owner", null), ("grantees", 7)));
            Assert.NotEqual(own, answer.Is(201).Uuid);
            Assert.Equal("creating", (string?)answer.First["status"]);
        }
    }

    public sealed class Put : EmulatorTest
    {
        [Fact]
        public async Task Put_keeps_an_absent_member()
        {
            var uuid = await DriveAsync(With(NewDrive(), ("meta", new JsonObject { ["k"] = "v" }), ("iops", 500)));
            var answer = (await PutAsync($"drives/{uuid}/", NewDrive("new"))).Is(200);
            Assert.Equal("new", (string?)answer.Json["name"]);
            Assert.Equal("v", (string?)answer.Json["meta"]!["k"]);
            Assert.Equal(500, (int)answer.Json["iops"]!);
        }

        [Fact]
        public async Task Put_replaces_a_present_member_as_a_whole()
        {
            var uuid = await DriveAsync(With(NewDrive(), ("meta", new JsonObject { ["a"] = "1", ["b"] = "2" })));
            var answer = await PutAsync($"drives/{uuid}/", With(NewDrive(), ("meta", new JsonObject { ["c"] = "3" })));
            Assert.Equal("""{"c":"3"}""", answer.Json["meta"]!.ToJsonString());
        }

        [Fact]
        public async Task Put_needs_the_required_members()
        {
            var uuid = await DriveAsync();
            (await PutAsync($"drives/{uuid}/", new JsonObject { ["name"] = "x", ["media"] = "disk" })).Refused(400, "validation", "size", "This field is required");
        }

        [Theory]
        [InlineData("drives")]
        [InlineData("servers")]
        public async Task What_get_returns_can_be_put_back(string resource)
        {
            var drive = await DriveAsync();
            var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive))), ("nics", new JsonArray(new JsonObject { ["ip_v4_conf"] = new JsonObject { ["conf"] = "dhcp" } }))));
            var address = $"{resource}/{(resource == "drives" ? drive : server)}/";
            var before = await GetAsync(address);
            var after = (await PutAsync(address, before.Json)).Is(200);
            Assert.Equal(before.Text, after.Text);
            Assert.Empty(Cloud.Requests[^1].Warnings);
        }

        [Fact]
        public async Task A_bad_value_changes_nothing()
        {
            var uuid = await DriveAsync();
            (await PutAsync($"drives/{uuid}/", With(NewDrive("x"), ("allow_multimount", "yes")))).Refused(400, "validation", "allow_multimount");
            Assert.Equal("d1", (string?)(await GetAsync($"drives/{uuid}/")).Json["name"]);
        }

        [Fact]
        public async Task A_bulk_update_changes_all_or_nothing()
        {
            var first = await DriveAsync();
            var second = await DriveAsync();
            (await PutAsync("drives/", new JsonArray(With(NewDrive("x"), ("uuid", first)), With(NewDrive("y", 1), ("uuid", second))))).Refused(400, "validation", "size");
            Assert.Equal(["d1", "d1"], (await GetAsync("drives/?fields=name")).Names);
            (await PutAsync("drives/", new JsonArray(With(NewDrive("x"), ("uuid", first)), With(NewDrive("y"), ("uuid", second))))).Is(200);
            Assert.Equal(["x", "y"], (await GetAsync("drives/?fields=name")).Names);
        }
    }

    public sealed class Delete : EmulatorTest
    {
        [Fact]
        public async Task A_deleted_object_is_gone()
        {
            var uuid = await DriveAsync();
            var answer = (await DeleteAsync($"drives/{uuid}/")).Is(204);
            Assert.Equal("", answer.Text);
            Assert.Equal("text/html; charset=utf-8", answer.Message.Content.Headers.ContentType?.ToString());
            (await GetAsync($"drives/{uuid}/")).Refused(404, "notexist");
            (await DeleteAsync($"drives/{uuid}/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task A_bulk_delete_takes_uuids()
        {
            var first = await DriveAsync();
            var second = await DriveAsync();
            var body = new JsonObject { ["objects"] = new JsonArray(new JsonObject { ["uuid"] = first }, new JsonObject { ["uuid"] = second }) };
            (await DeleteAsync("drives/", body)).Is(204);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Fact]
        public async Task A_bulk_delete_with_one_unknown_uuid_deletes_nothing()
        {
            await DriveAsync(NewDrive("first"));
            var middle = await DriveAsync(NewDrive("middle"));
            await DriveAsync(NewDrive("last"));
            var body = new JsonArray(new JsonObject { ["uuid"] = middle }, new JsonObject { ["uuid"] = Guid.NewGuid().ToString() });
            (await DeleteAsync("drives/", body)).Refused(404, "notexist");
            Assert.Equal(["first", "middle", "last"], (await GetAsync("drives/?fields=name")).Names);
        }

        [Fact]
        public async Task A_bulk_delete_without_uuid_is_refused() =>
            (await DeleteAsync("drives/", new JsonArray(new JsonObject()))).Refused(400, "validation", "uuid");
    }
}
