// The names of copies, against the documented answers and at the edges of the strategies.
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudSigma.Emulator.Tests.Support;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Emulator.Tests.Drives;

public static class CloneNameTests
{
    public sealed class Strategies : EmulatorTest
    {
        [Theory]
        [InlineData("NONE", "x_1", "x_1")]
        [InlineData("COUNTER", "x_", "x__1")]
        [InlineData("COUNTER", "x_a", "x_a_1")]
        [InlineData("COUNTER", "7", "7_1")]
        [InlineData("COUNTER", "x_9223372036854775806", "x_9223372036854775807")]
        [InlineData("COUNTER", "x_9223372036854775807", "x_9223372036854775807_1")]
        [InlineData("COUNTER", "x_99999999999999999999", "x_99999999999999999999_1")]
        [InlineData("DATE", "x-2025-12-31_4", "x-2026-01-02")]
        [InlineData("DATE", "x-2026-01-02_9", "x-2026-01-02_10")]
        [InlineData("DATE", "x-2026-01-02 03:04:07", "x-2026-01-02 03:04:07-2026-01-02")]
        [InlineData("TIMESTAMP", "x-2020-01-01 00:00:00_3", "x-2026-01-02 03:04:07")]
        [InlineData("TIMESTAMP", "x-2026-01-02 03:04:07_1", "x-2026-01-02 03:04:07_2")]
        [InlineData("TIMESTAMP", "x-2026-01-02", "x-2026-01-02-2026-01-02 03:04:07")]
        public async Task Copies_without_a_name_are_named_by_the_profile(string strategy, string name, string expected)
        {
            (await PutAsync("profile/", new JsonObject { ["clone_naming"] = strategy })).Is(200);
            var source = await DriveAsync(NewDrive(name));
            Assert.Equal(expected, (string?)(await ActAsync("drives", source, "clone")).Is(202).First["name"]);
            Assert.Equal("own", (string?)(await ActAsync("drives", source, "clone", new JsonObject { ["name"] = "own" })).Is(202).First["name"]);
        }

        [Fact]
        public async Task A_copy_of_an_image_is_named_by_the_profile_too()
        {
            await PutAsync("profile/", new JsonObject { ["clone_naming"] = "COUNTER" });
            var image = (await GetAsync("libdrives/?limit=1")).First;
            Assert.Equal($"{image["name"]}_1", (string?)(await ActAsync("libdrives", (string)image["uuid"]!, "clone")).First["name"]);
        }
    }

    public sealed class Documented
    {
        [ExamplesTheory]
        [InlineData("none", "test_drive_x")]
        [InlineData("counter", "test_drive_x")]
        [InlineData("date", "test_drive_x")]
        [InlineData("timestamp", "test_drive_x")]
        public async Task The_name_is_that_of_the_documented_answer(string strategy, string source)
        {
            var text = await ReadAsync($"response_drive_clone_naming_{strategy}");
            var documented = (string)JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!["objects"]![0]!["name"]!;
            var request = await ReadAsync($"request_drive_clone_naming_{strategy}");

            // The cloud of the test lives at the moment that the documented name tells.
            var moment = Regex.Match(documented, @"\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?");
            var clock = new ManualTimeProvider(moment.Success ? DateTimeOffset.Parse(moment.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
            await using var cloud = await CloudSigmaEmulator.StartAsync(new() { TimeProvider = clock });
            using var client = EmulatorTest.NewClient(cloud, cloud.Accounts[0]);
            (await EmulatorTest.SendAsync(client, "PUT", "profile/", $$"""{"clone_naming":"{{strategy.ToUpperInvariant()}}"}""")).Is(200);
            var seed = $$"""{"drives":[{"name":"{{source}}","media":"disk","size":1073741824}]}""";
            (await EmulatorTest.SendAsync(client, "POST", "/_emulator/seed", seed)).Is(200);
            var drive = (await EmulatorTest.SendAsync(client, "GET", "drives/")).First["uuid"];
            var body = request[request.IndexOf('{', StringComparison.Ordinal)..];
            var answer = (await EmulatorTest.SendAsync(client, "POST", $"drives/{drive}/action/?do=clone", body)).Is(202);
            Assert.Equal(documented, (string?)answer.First["name"]);
        }

        private static Task<string> ReadAsync(string example) => File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
    }
}
