// The network of the options: connections that are cut, slow connections, and requests that wait.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public static class NetworkTests
{
    public sealed class Cuts : TransferTest
    {
        private const long Limit = 3 * MiB;

        [Fact]
        public async Task A_connection_is_cut_when_it_has_carried_so_many_bytes_up()
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => RawAsync(Noise(4 * MiB)));
            await UntilAsync(() => Cloud.Requests.Count == 1);
            var logged = Cloud.Requests[0];
            Assert.Equal(0, logged.Status);
            // The headers count too.
            Assert.InRange(logged.BytesReceived, 1, Limit - 100);
            Assert.Empty((await GetAsync("drives/")).Objects);
            Assert.Empty(Files());
        }

        [Fact]
        public async Task And_down()
        {
            var uuid = await DriveAsync();
            var link = await RedirectAsync(uuid);
            using var response = await Stranger.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            var read = 0L;
            await Assert.ThrowsAnyAsync<IOException>(async () =>
            {
                var buffer = new byte[MiB];
                for (var count = 1; count > 0; read += count) count = await body.ReadAsync(buffer);
            });
            Assert.InRange(read, 1, Limit);
            await UntilAsync(() => Cloud.Requests[^1].Status == 0);
        }

        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            base.Configure(options);
            options.Network = new EmulatorNetwork { DropEvery = Limit };
        }
    }

    public sealed class Slow : TransferTest
    {
        private const int Rate = 1_000_000;

        [Fact]
        public async Task A_connection_carries_so_many_bytes_in_a_second_up()
        {
            var start = Clock.GetUtcNow();
            var upload = RawAsync(Noise(3 * Rate));
            await Clock.RunUntilCompletedAsync(upload);
            (await upload).Is(200);
            Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3.1));
        }

        [Fact]
        public async Task And_down_each_for_itself()
        {
            var begin = PostAsync("drives/", NewDrive(size: 4 * Rate));
            await Clock.RunUntilCompletedAsync(begin);
            var uuid = (await begin).Is(201).Uuid;
            Wait(2);
            // Both connections are there before the time is taken.
            using HttpClient first = new(), second = new();
            HttpClient[] clients = [first, second];
            foreach (var client in clients) await Clock.RunUntilCompletedAsync(client.GetAsync(Cloud.DirectEndpoint));
            var redirect = RedirectAsync(uuid);
            await Clock.RunUntilCompletedAsync(redirect);
            var link = await redirect;
            var start = Clock.GetUtcNow();
            var downloads = Task.WhenAll(clients.Select(client => client.GetByteArrayAsync(link)));
            await Clock.RunUntilCompletedAsync(downloads);
            foreach (var bytes in await downloads) Assert.InRange(bytes.Length, 4 * Rate, (4 * Rate) + (16 * KiB));
            // One after the other they would need 8 seconds.
            Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromSeconds(3.9), TimeSpan.FromSeconds(7));
        }

        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            base.Configure(options);
            options.Network = new EmulatorNetwork { BytesPerSecond = Rate };
        }
    }

    public sealed class Late : TransferTest
    {
        [Fact]
        public async Task Each_request_waits_before_it_is_handled()
        {
            var start = Clock.GetUtcNow();
            var call = GetAsync("drives/");
            await Clock.AdvanceToNextTimerAsync();
            (await call).Is(200);
            Assert.Equal(TimeSpan.FromMilliseconds(250), Clock.GetUtcNow() - start);
        }

        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Network = new EmulatorNetwork { Latency = TimeSpan.FromMilliseconds(250) };
    }
}
