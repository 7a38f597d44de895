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
            var uuid = await UploadedAsync(Noise(2 * MiB));
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
}
