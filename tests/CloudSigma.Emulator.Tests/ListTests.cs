// Lists: parts, depth, members and filters.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class ListTests
{
    public sealed class Paging : EmulatorTest
    {
        [Fact]
        public async Task A_list_without_limit_has_twenty_objects_and_counts_all()
        {
            await ManyAsync(25);
            var answer = await GetAsync("drives/");
            Assert.Equal(20, answer.Objects.Count);
            Assert.Equal("""{"limit":20,"offset":0,"total_count":25}""", answer.Json["meta"]!.ToJsonString());
        }

        [Fact]
        public async Task Limit_zero_means_all_and_is_echoed()
        {
            await ManyAsync(25);
            var answer = await GetAsync("drives/?limit=0&offset=3");
            Assert.Equal(22, answer.Objects.Count);
            Assert.Equal("""{"limit":0,"offset":3,"total_count":25}""", answer.Json["meta"]!.ToJsonString());
        }

        [Fact]
        public async Task Pages_follow_the_order_of_creation()
        {
            await ManyAsync(5);
            Assert.Equal(["d2", "d3"], (await GetAsync("drives/?limit=2&offset=2&fields=name")).Names);
            Assert.Empty((await GetAsync("drives/?offset=99")).Objects);
        }

        [Theory]
        [InlineData("limit", "-1")]
        [InlineData("limit", "ten")]
        [InlineData("offset", "-1")]
        [InlineData("offset", "1.5")]
        [InlineData("limit", "99999999999")]
        public async Task A_limit_or_offset_that_is_no_whole_number_is_refused(string name, string value) =>
            (await GetAsync($"drives/?{name}={value}")).Refused(400, "validation", name);

        private async Task ManyAsync(int count) =>
            (await PostAsync("drives/", new JsonArray([.. Enumerable.Range(0, count).Select(static n => NewDrive($"d{n}"))]))).Is(201);
    }

    public sealed class Depth : EmulatorTest
    {
        [Fact]
        public async Task The_short_list_of_drives_has_four_members()
        {
            await DriveAsync();
            var drive = (await GetAsync("drives/")).First;
            Assert.Equal(["owner", "resource_uri", "status", "uuid"], drive.Select(static member => member.Key));
        }

        [Fact]
        public async Task The_short_list_of_servers_has_six_members()
        {
            await ServerAsync();
            var server = (await GetAsync("servers/")).First;
            Assert.Equal(["name", "owner", "resource_uri", "runtime", "status", "uuid"], server.Select(static member => member.Key));
        }

        [Theory]
        [InlineData("drives")]
        [InlineData("servers")]
        [InlineData("libdrives")]
        public async Task The_detailed_list_gives_what_one_object_gives(string resource)
        {
            await DriveAsync();
            await ServerAsync();
            var listed = (await GetAsync($"{resource}/detail/")).First;
            var single = (await GetAsync($"{resource}/{listed["uuid"]}/")).Json;
            Assert.Equal(single.ToJsonString(), listed.ToJsonString());
        }

        [Fact]
        public async Task Members_come_in_the_order_of_the_alphabet()
        {
            var uuid = await DriveAsync();
            var names = (await GetAsync($"drives/{uuid}/")).Object.Select(static member => member.Key).ToArray();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
        }

        [Theory]
        [InlineData("drives/?fields=uuid,status")]
        [InlineData("drives/detail/?fields=status,uuid")]
        public async Task Fields_selects_exactly_these_members_in_either_list(string path)
        {
            await DriveAsync();
            Assert.Equal(["status", "uuid"], (await GetAsync(path)).First.Select(static member => member.Key));
        }

        [Fact]
        public async Task Fields_may_name_a_member_that_is_not_in_the_short_list()
        {
            await DriveAsync();
            Assert.Equal("""{"name":"d1"}""", (await GetAsync("drives/?fields=name")).First.ToJsonString());
        }
    }

    public sealed class Filters : EmulatorTest
    {
        [Theory]
        [InlineData("name=alpha", "alpha")]
        [InlineData("name=Alpha", "")]
        [InlineData("name=alpha,beta", "alpha beta")]
        [InlineData("name__contains=LPH", "alpha alphabet")]
        [InlineData("name__contains=alpha&name__contains=bet", "alphabet")]
        [InlineData("name__contains=a&name=beta,alphabet", "beta alphabet")]
        [InlineData(@"name=one\,two", "one,two")]
        [InlineData(@"name=name\,long\\,beta", @"beta name,long\")]
        [InlineData(@"name=back\slash", @"back\slash")]
        [InlineData("name=", "")]
        public async Task Names_are_filtered(string query, string expected)
        {
            foreach (var name in (string[])["alpha", "beta", "alphabet", "one,two", @"name,long\", @"back\slash"])
                await PostAsync("drives/", NewDrive(name));
            var escaped = query.Replace(@"\", "%5C", StringComparison.Ordinal);
            Assert.Equal(expected, string.Join(' ', (await GetAsync($"drives/?fields=name&{escaped}")).Names));
        }

        [Fact]
        public async Task The_uuid_filter_takes_several()
        {
            var first = await DriveAsync(NewDrive("a"));
            var second = await DriveAsync(NewDrive("b"));
            await DriveAsync(NewDrive("c"));
            Assert.Equal(["a", "b"], (await GetAsync($"drives/?fields=name&uuid={second},{first}")).Names);
        }

        [Fact]
        public async Task The_same_tag_parameter_twice_means_both_tags()
        {
            string one = await TagAsync("one"), two = await TagAsync("two");
            await DriveAsync(With(NewDrive("both"), ("tags", new JsonArray(one, two))));
            await DriveAsync(With(NewDrive("one"), ("tags", new JsonArray(new JsonObject { ["uuid"] = one }))));
            Assert.Equal(["both"], (await GetAsync($"drives/?fields=name&tag={one}&tag={two}")).Names);
            Assert.Equal(["both", "one"], (await GetAsync($"drives/?fields=name&tag={one},{two}")).Names);
        }

        [Fact]
        public async Task The_count_is_that_of_the_matches()
        {
            await DriveAsync(NewDrive("a"));
            await DriveAsync(NewDrive("b"));
            Assert.Equal(1, (int)(await GetAsync("drives/?name=b&limit=1")).Json["meta"]!["total_count"]!);
        }
    }
}
