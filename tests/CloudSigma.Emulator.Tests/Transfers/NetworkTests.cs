// The network of the options: connections that are cut, slow connections, and requests that wait.
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Network;
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
        public async Task And_down()
        {
            var begin = PostAsync("drives/", NewDrive(size: 4 * Rate));
            await Clock.RunUntilCompletedAsync(begin);
            var uuid = (await begin).Is(201).Uuid;
            Wait(2);
            var redirect = RedirectAsync(uuid);
            await Clock.RunUntilCompletedAsync(redirect);
            var start = Clock.GetUtcNow();
            var download = Stranger.GetByteArrayAsync(await redirect);
            await Clock.RunUntilCompletedAsync(download);
            Assert.InRange((await download).Length, 4 * Rate, (4 * Rate) + (16 * KiB));
            Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromSeconds(3.9), TimeSpan.FromSeconds(4.2));
        }

        [Fact]
        public async Task Each_connection_has_its_own_time()
        {
            var clock = new EmulatorClock(Clock);
            TokenBucket first = new(clock, Rate), second = new(clock, Rate);
            var (one, two) = (first.TakeAsync(Rate, default).AsTask(), second.TakeAsync(Rate, default).AsTask());
            Wait(0.99);
            Assert.False(one.IsCompleted || two.IsCompleted);
            Wait(0.01);
            await Task.WhenAll(one, two);
            // What was missed is caught up, and an idle line saves up no more than a twentieth of a second.
            Wait(10);
            await first.TakeAsync(Rate / 20, default);
            var next = first.TakeAsync(Rate / 10, default).AsTask();
            Assert.False(next.IsCompleted);
            Wait(0.1);
            await next;
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
