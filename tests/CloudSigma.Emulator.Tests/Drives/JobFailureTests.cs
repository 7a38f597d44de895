// Jobs that fail on demand, the filters of jobs, and how long jobs are kept.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public static class JobFailureTests
{
    public sealed class Failing : EmulatorTest
    {
        [Fact]
        public async Task Progress_stops_the_copy_is_lost_and_the_source_is_free()
        {
            var source = await DriveAsync();
            var (copy, job) = await CloneAsync("drives", source);
            Wait(4);
            (await PostAsync($"/_emulator/jobs/{job}/fail", new JsonObject { ["message"] = "disk on fire" })).Is(204);
            await CheckAsync();
            Wait(60);
            await CheckAsync();

            (await ActAsync("drives", copy, "clone")).Refused(403, "permission");
            (await ActAsync("drives", copy, "resize", NewDrive(size: 2 * GiB))).Refused(403, "permission");
            (await DeleteAsync($"drives/{copy}/")).Is(204);
            (await DeleteAsync($"drives/{source}/")).Is(204);

            async Task CheckAsync()
            {
                var failed = (await GetAsync($"jobs/{job}/")).Json;
                Assert.Equal(("failure", """{"progress":40,"message":"disk on fire"}"""), ((string?)failed["state"], failed["data"]!.ToJsonString()));
                Assert.Equal("2026-01-02T03:04:11+00:00", (string?)failed["last_modified"]);
                var lost = (await GetAsync($"drives/{copy}/")).Json;
                Assert.Equal(("unavailable", false), ((string?)lost["status"], (bool)lost["runtime"]!["is_downloadable"]!));
                Assert.Null(lost["runtime"]!["is_snapshotable"]);
                Assert.Equal("unmounted", await StatusAsync("drives", source));
            }
        }

        [Fact]
        public async Task The_class_does_the_same_and_an_image_can_be_the_source()
        {
            var image = (string)(await GetAsync("libdrives/?limit=1")).First["uuid"]!;
            var (copy, job) = await CloneAsync("libdrives", image);
            Cloud.FailJob(Guid.Parse(job));
            Assert.Equal("""{"progress":0}""", (await GetAsync($"jobs/{job}/")).Json["data"]!.ToJsonString());
            Assert.Equal("unavailable", await StatusAsync("drives", copy));
            Assert.Equal("unmounted", await StatusAsync("libdrives", image));
            await CloneAsync("libdrives", image);
        }

        [Fact]
        public async Task Another_copy_of_the_same_source_goes_on()
        {
            var source = await DriveAsync();
            var (_, lost) = await CloneAsync("drives", source);
            var (copy, _) = await CloneAsync("drives", source);
            Cloud.FailJob(Guid.Parse(lost), "x");
            Assert.Equal("cloning_src", await StatusAsync("drives", source));
            Wait(10);
            Assert.Equal("unmounted", await StatusAsync("drives", copy));
            Assert.Equal("unmounted", await StatusAsync("drives", source));
        }

        [Fact]
        public async Task Only_a_job_that_runs_can_fail()
        {
            var (copy, job) = await CloneAsync("drives", await DriveAsync());
            Wait(10);
            (await PostAsync($"/_emulator/jobs/{job}/fail", new JsonObject())).Refused(403, "permission", null, $"Job {job} has ended already, with \"success\"");
            Assert.Throws<InvalidOperationException>(() => Cloud.FailJob(Guid.Parse(job)));
            Assert.Equal("unmounted", await StatusAsync("drives", copy));
        }

        [Fact]
        public async Task A_failed_job_cannot_fail_again()
        {
            var (_, job) = await CloneAsync("drives", await DriveAsync());
            (await SendAsync(Client, "POST", $"/_emulator/jobs/{job}/fail")).Is(204);
            (await SendAsync(Client, "POST", $"/_emulator/jobs/{job}/fail/")).Refused(403, "permission", null, $"Job {job} has ended already, with \"failure\"");
        }

        [Theory]
        [InlineData("POST", "jobs/00000000-0000-4000-8000-000000000000/fail", "", 404, "notexist")]
        [InlineData("POST", "jobs/fail", "", 404, "notexist")]
        [InlineData("GET", "jobs/00000000-0000-4000-8000-000000000000/fail", null, 405, "permission")]
        [InlineData("POST", "jobs/00000000-0000-4000-8000-000000000000/fail", """{"message":7}""", 400, "validation")]
        public async Task Mistakes_are_answered_in_the_form_of_the_api(string method, string path, string? body, int status, string type)
        {
            (await SendAsync(Client, method, "/_emulator/" + path, body)).Refused(status, type, status == 400 ? "message" : null);
            Assert.Throws<KeyNotFoundException>(() => Cloud.FailJob(Guid.Empty));
        }

        [Fact]
        public async Task A_lost_copy_cannot_be_attached()
        {
            var (copy, job) = await CloneAsync("drives", await DriveAsync());
            Cloud.FailJob(Guid.Parse(job));
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(copy)))))).Refused(403, "permission", "drives.drive");
            Assert.Equal("unavailable", await StatusAsync("drives", copy));
        }

        private async Task<(string Copy, string Job)> CloneAsync(string resource, string source)
        {
            var answer = (await ActAsync(resource, source, "clone")).Is(202);
            return (answer.Uuid, (string)answer.First["jobs"]![0]!["uuid"]!);
        }
    }

    public sealed class Lists : EmulatorTest
    {
        [Theory]
        [InlineData("state=failure", "failure")]
        [InlineData("state__exact=success", "success")]
        [InlineData("state__contains=S", "started success")]
        [InlineData("state__icontains=UR", "failure")]
        [InlineData("state__lt=started", "failure")]
        [InlineData("state__lte=started", "failure started")]
        [InlineData("state__gt=started", "success")]
        [InlineData("state__gte=started", "started success")]
        [InlineData("state=failure,success", "failure success")]
        [InlineData("state__contains=s&state__contains=t", "started")]
        public async Task State_takes_every_operator(string query, string expected)
        {
            var source = await DriveAsync();
            await ActAsync("drives", source, "clone");
            Wait(10);
            var lost = (await ActAsync("drives", source, "clone")).Is(202).First["jobs"]![0]!["uuid"]!;
            Cloud.FailJob(Guid.Parse((string)lost!));
            await ActAsync("drives", source, "clone");
            var found = (await GetAsync($"jobs/?{query}")).Is(200).Objects.Select(static job => (string)job!["state"]!).Order();
            Assert.Equal(expected, string.Join(' ', found));
            Assert.Empty(Cloud.Requests[^1].Warnings);
        }

        [Theory]
        [InlineData(false, 10)]
        [InlineData(true, 5)]
        public async Task A_job_of_an_image_is_kept_three_days_after_its_end(bool fails, int seconds)
        {
            var image = (string)(await GetAsync("libdrives/?limit=1")).First["uuid"]!;
            var answer = await ActAsync("libdrives", image, "clone");
            var job = (string)answer.First["jobs"]![0]!["uuid"]!;
            Wait(seconds);
            if (fails) Cloud.FailJob(Guid.Parse(job));
            Wait((3 * 86400) - 1);
            (await GetAsync($"jobs/{job}/")).Is(200);
            Assert.Single((await GetAsync($"drives/{answer.Uuid}/")).Json["jobs"]!.AsArray());
            Wait(1);
            (await GetAsync($"jobs/{job}/")).Refused(404, "notexist");
            Assert.Empty((await GetAsync("jobs/")).Objects);
            Assert.Empty((await GetAsync($"drives/{answer.Uuid}/")).Json["jobs"]!.AsArray());
        }
    }
}
