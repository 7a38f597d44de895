// Faults: every kind, and which requests they hit.
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class FaultTests
{
    public sealed class Kinds : EmulatorTest
    {
        [Fact]
        public async Task A_status_is_answered_instead_of_the_request()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });
            var answer = (await PostAsync("drives/", NewDrive())).Refused(503, "concurrency");
            Assert.Equal("7", answer.Message.Headers.GetValues("Retry-After").Single());
            Assert.Equal((503, EmulatorFaultKind.Status), (Cloud.Requests[^1].Status, Cloud.Requests[^1].Fault));
            Assert.Empty((await GetAsync("drives/")).Objects);
            Assert.Null(Cloud.Requests[^1].Fault);
        }

        [Theory]
        [InlineData(200, "{}")]
        [InlineData(204, "")]
        [InlineData(304, "")]
        [InlineData(502, "<html>Bad gateway</html>")]
        public async Task Status_and_body_can_be_anything(int status, string body)
        {
            Cloud.AddFault(new()
            {
                Kind = EmulatorFaultKind.Status,
                Status = status,
                Body = status == 502 ? body : null,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" },
            });
            var answer = (await GetAsync("drives/")).Is(status);
            Assert.Equal(body, answer.Text);
            if (status == 502) Assert.Equal("text/html", answer.Message.Content.Headers.ContentType!.ToString());
            (await GetAsync("drives/")).Is(200);
        }

        [Fact]
        public async Task An_injected_401_carries_the_challenge()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Status = 401 });
            Assert.Equal(2, (await GetAsync("drives/")).Refused(401, "permission").Message.Headers.WwwAuthenticate.Count);
        }

        [Fact]
        public async Task A_delay_lasts_in_emulator_time_and_then_the_request_is_carried_out()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromMinutes(5) });
            var call = PostAsync("drives/", NewDrive());
            await Clock.AdvanceToNextTimerAsync();
            (await call).Is(201);
            Assert.Equal((EmulatorFaultKind.Delay, Clock.GetUtcNow() - TimeSpan.FromMinutes(5)), (Cloud.Requests[^1].Fault, Cloud.Requests[^1].StartedAt));
            Assert.Equal(0, Clock.PendingTimers);
        }

        [Fact]
        public async Task A_delay_also_ends_when_the_time_is_moved_by_hand()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromMinutes(5) });
            var call = GetAsync("drives/");
            await UntilAsync(() => Clock.PendingTimers > 0);
            Cloud.AdvanceTime(TimeSpan.FromMinutes(4));
            await UntilAsync(() => Clock.NextDue - Clock.GetUtcNow() == TimeSpan.FromMinutes(1));
            Assert.False(call.IsCompleted);
            Cloud.AdvanceTime(TimeSpan.FromMinutes(1));
            (await call).Is(200);
        }

        [Fact]
        public async Task A_client_that_gives_up_during_a_delay_leaves_no_trace_but_a_line()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromMinutes(5) });
            using var stop = new CancellationTokenSource();
            using var content = new StringContent(NewDrive().ToJsonString(), Encoding.UTF8, "application/json");
            var call = Client.PostAsync("drives/", content, stop.Token);
            await UntilAsync(() => Clock.PendingTimers > 0);
            await stop.CancelAsync();
            await Assert.ThrowsAsync<TaskCanceledException>(() => call);
            await UntilAsync(() => Cloud.Requests.Count > 0);
            Assert.Equal(0, Cloud.Requests[^1].Status);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Theory]
        [InlineData(EmulatorFaultKind.Delay)]
        [InlineData(EmulatorFaultKind.SlowDrip)]
        public async Task The_cloud_can_stop_while_requests_wait(EmulatorFaultKind kind)
        {
            Cloud.AddFault(new() { Kind = kind, Delay = TimeSpan.FromMinutes(5) });
            var call = GetAsync("drives/");
            await UntilAsync(() => Clock.PendingTimers > 0);
            await Cloud.DisposeAsync();
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
            Assert.Equal(0, Clock.PendingTimers);
        }

        [Theory]
        [InlineData(EmulatorFaultKind.DropBefore, 0)]
        [InlineData(EmulatorFaultKind.DropAfter, 1)]
        public async Task A_dropped_connection_gives_no_answer_before_or_after_the_work(EmulatorFaultKind kind, int drives)
        {
            await GetAsync("profile/");
            Cloud.AddFault(new() { Kind = kind });
            await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("drives/", NewDrive()));
            var line = Cloud.Requests[^1];
            Assert.Equal((0, kind, drives), (line.Status, line.Fault, line.Created.Count));
            Assert.Equal(drives, (await GetAsync("drives/")).Objects.Count);
        }

        [Theory]
        [InlineData(EmulatorFaultKind.DropBefore)]
        [InlineData(EmulatorFaultKind.DropAfter)]
        public async Task A_dropped_read_is_not_hidden_by_the_client_of_the_platform(EmulatorFaultKind kind)
        {
            await GetAsync("profile/");
            Cloud.AddFault(new() { Kind = kind });
            await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("drives/"));
        }

        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        [InlineData(20)]
        public async Task A_truncated_answer_ends_after_some_bytes_of_the_announced_body(int bytes)
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Truncate, Bytes = bytes });
            var text = await RawAsync("drives/");
            var (header, body) = Split(text);
            Assert.Contains("Content-Length: 61\r\n", header, StringComparison.Ordinal);
            Assert.Equal("""{"meta":{"limit":20,"offset":0,"total_count":0},"objects":[]}"""[..bytes], body);
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Truncate, Bytes = bytes });
            await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("drives/"));
        }

        [Theory]
        [InlineData(EmulatorFaultKind.Truncate)]
        [InlineData(EmulatorFaultKind.SlowDrip)]
        public async Task An_answer_without_a_body_has_nothing_to_spoil(EmulatorFaultKind kind)
        {
            var uuid = await DriveAsync();
            Cloud.AddFault(new() { Kind = kind, Delay = TimeSpan.Zero });
            (await DeleteAsync($"drives/{uuid}/")).Is(204);
            (await GetAsync("drives/")).Is(200);
        }

        [Fact]
        public async Task A_malformed_answer_is_complete_and_is_not_json()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Malformed, Times = null });
            foreach (var answer in (Answer[])[await PostAsync("drives/", NewDrive()), await GetAsync("drives/"), await GetAsync("nothing/")])
                Assert.ThrowsAny<JsonException>(() => answer.Json);
            Cloud.ClearFaults();
            var uuid = await DriveAsync();
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Malformed });
            var deleted = (await DeleteAsync($"drives/{uuid}/")).Is(200);
            Assert.ThrowsAny<JsonException>(() => deleted.Json);
            Assert.Equal(200, Cloud.Requests[^1].Status);
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Malformed, Body = "nonsense" });
            Assert.Equal("nonsense", (await GetAsync("drives/")).Text);
        }

        [Fact]
        public async Task A_slow_drip_sends_small_pieces_with_waits_in_emulator_time()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.SlowDrip, Delay = TimeSpan.FromSeconds(30), Piece = 10 });
            using var response = await Client.GetAsync("drives/", HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            var buffer = new byte[100];
            for (var rest = 61; rest > 0; rest -= 10)
            {
                var read = body.ReadAsync(buffer).AsTask();
                Assert.False(read.IsCompleted);
                await Clock.AdvanceToNextTimerAsync();
                Assert.Equal(Math.Min(10, rest), await read);
            }

            Assert.Equal(0, await body.ReadAsync(buffer));
        }

        private async Task<string> RawAsync(string path)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", Cloud.Endpoint.Port);
            await using var stream = socket.GetStream();
            var credentials = Client.DefaultRequestHeaders.Authorization!.Parameter;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/2.0/{path} HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {credentials}\r\n\r\n"));
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync();
        }

        private static (string Header, string Body) Split(string text)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            return (text[..end], text[end..]);
        }
    }

    public sealed class Aim : EmulatorTest
    {
        private static EmulatorFault Fault => new() { Kind = EmulatorFaultKind.Status, Times = null };

        [Theory]
        [InlineData(null, null, true)]
        [InlineData("GET", null, true)]
        [InlineData("get", null, true)]
        [InlineData("POST", null, false)]
        [InlineData(null, "drives/", true)]
        [InlineData(null, "drives", false)]
        [InlineData(null, "drive*", true)]
        [InlineData(null, "*", true)]
        [InlineData(null, "*/drives/", true)]
        [InlineData(null, "/api/2.0/dr*s/", true)]
        [InlineData(null, "/api/*", true)]
        [InlineData(null, "servers/*", false)]
        [InlineData(null, "drives/?limit=1", true)]
        [InlineData(null, "drives/?*", true)]
        [InlineData(null, "drives/?limit=2", false)]
        [InlineData(null, "drivess?", false)]
        public async Task Method_and_path_choose_the_requests(string? method, string? path, bool hit)
        {
            Cloud.AddFault(Fault with { Method = method, Path = path });
            (await GetAsync("drives/?limit=1")).Is(hit ? 503 : 200);
        }

        [Fact]
        public async Task An_action_can_be_aimed_at()
        {
            var uuid = await ServerAsync();
            Cloud.AddFault(Fault with { Path = "servers/*/action/?do=start" });
            (await ActAsync("servers", uuid, "stop")).Refused(403, "permission");
            (await ActAsync("servers", uuid, "start")).Refused(503, "concurrency");
        }

        [Fact]
        public async Task Some_requests_go_through_first_and_then_so_many_are_hit()
        {
            Cloud.AddFault(Fault with { Skip = 2, Times = 3 });
            var statuses = new List<int>();
            for (var i = 0; i < 7; i++) statuses.Add((await GetAsync("drives/")).Status);
            Assert.Equal([200, 200, 503, 503, 503, 200, 200], statuses);
        }

        [Fact]
        public async Task A_fault_without_end_lasts_until_it_is_cleared()
        {
            Cloud.AddFault(Fault);
            for (var i = 0; i < 50; i++) (await GetAsync("drives/")).Is(503);
            Cloud.ClearFaults();
            (await GetAsync("drives/")).Is(200);
        }

        [Fact]
        public async Task Chance_falls_the_same_way_with_the_same_seed()
        {
            var first = await RunAsync(5);
            Assert.Equal(first, await RunAsync(5));
            Assert.NotEqual(first, await RunAsync(6));
            Assert.InRange(first.Count(static status => status == 503), 60, 140);
        }

        [Fact]
        public async Task The_first_fault_that_fits_is_used_and_then_the_next()
        {
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Status = 500 });
            Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Status = 502 });
            (await GetAsync("drives/")).Refused(500, "backend");
            (await GetAsync("drives/")).Refused(502, "backend");
            (await GetAsync("drives/")).Is(200);
        }

        private async Task<List<int>> RunAsync(int seed)
        {
            Cloud.ClearFaults();
            Cloud.AddFault(Fault with { Probability = 0.5, Seed = seed });
            var statuses = new List<int>();
            for (var i = 0; i < 200; i++) statuses.Add((await GetAsync("jobs/")).Status);
            return statuses;
        }
    }
}
