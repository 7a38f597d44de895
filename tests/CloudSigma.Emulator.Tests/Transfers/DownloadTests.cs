// Downloads: redirects, ranges, links, and what cannot be downloaded.
using System.Net.Http.Headers;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public static class DownloadTests
{
    public sealed class Redirected : TransferTest
    {
        [Fact]
        public async Task A_download_is_redirected_to_a_link_that_needs_no_credentials()
        {
            var image = Noise(MiB);
            var uuid = await UploadedAsync(image);
            var link = await RedirectAsync(uuid);
            Assert.NotEqual(Cloud.Endpoint.Authority, link.Authority);
            Assert.NotEqual(Cloud.DirectEndpoint.Authority, link.Authority);
            Cloud.ClearRequests();
            using var response = await Stranger.GetAsync(link);
            var drive = await response.Content.ReadAsByteArrayAsync();
            Holds(image, drive);
            Assert.Equal((200, "application/octet-stream"), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString()));
            Assert.Equal($"attachment; filename=\"{uuid}\"", response.Content.Headers.ContentDisposition!.ToString());
            Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
            var logged = Assert.Single(Cloud.Requests);
            Assert.Equal(($"/images/{uuid}", "?token=***", 200), (logged.Path, logged.Query, logged.Status));
            Assert.Equal((null, false, drive.LongLength), (logged.Scheme, logged.HasCredentials, logged.BytesSent));
        }

        [Fact]
        public async Task The_log_shows_who_takes_credentials_along_to_the_other_host()
        {
            var link = await RedirectAsync(await UploadedAsync(Noise(10)));
            (await SendAsync(Client, "HEAD", link.AbsoluteUri)).Is(200);
            Assert.Equal((true, null, null), (Cloud.Requests[^1].HasCredentials, Cloud.Requests[^1].Scheme, Cloud.Requests[^1].Account));
            (await SendAsync(Stranger, "GET", new Uri(link, "/api/2.0/drives/").AbsoluteUri)).Refused(404, "notexist");
            (await SendAsync(Stranger, "GET", new Uri(link, "/_emulator/requests").AbsoluteUri)).Refused(404, "notexist");
        }

        [Fact]
        public async Task A_link_is_good_for_ranges_until_its_time_is_over()
        {
            var image = Noise(MiB);
            var uuid = await UploadedAsync(image);
            var link = await RedirectAsync(uuid);
            Wait(299);
            using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(10, 19) } };
            using var response = await Stranger.SendAsync(request);
            Assert.Equal(206, (int)response.StatusCode);
            Assert.Equal(image[10..20], await response.Content.ReadAsByteArrayAsync());
            Wait(1);
            Assert.Equal(404, (int)(await Stranger.GetAsync(link)).StatusCode);
        }
    }

    public sealed class Direct : TransferTest
    {
        [Theory]
        [InlineData("bytes=0-0", 0, 1)]
        [InlineData("bytes=10-19", 10, 10)]
        [InlineData("Bytes=10-19", 10, 10)]
        [InlineData("bytes=4090-8200", 4090, 4111)]
        [InlineData("bytes=536870908-", 536870908, 4)]
        [InlineData("bytes=536870908-9999999999999", 536870908, 4)]
        [InlineData("bytes=-7", 536870905, 7)]
        public async Task A_range_is_answered_with_206(string range, long from, int count)
        {
            var image = Noise(MiB);
            var uuid = await UploadedAsync(image);
            using var response = await SendAsync(HttpMethod.Get, uuid, range);
            Assert.Equal(206, (int)response.StatusCode);
            Assert.Equal($"bytes {from}-{from + count - 1}/536870912", response.Content.Headers.ContentRange!.ToString());
            Assert.Equal(count, response.Content.Headers.ContentLength);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var expected = from < image.Length ? image[(int)from..((int)from + count)] : new byte[count];
            Assert.Equal(expected, bytes);
            Assert.Equal((206, (long)count), (Cloud.Requests[^1].Status, Cloud.Requests[^1].BytesSent));
        }

        [Theory]
        [InlineData("bytes=1073741824-")]
        [InlineData("bytes=1073741824-1073741830")]
        [InlineData("bytes=-0")]
        public async Task A_range_outside_the_drive_is_answered_with_416(string range)
        {
            var uuid = await DriveAsync();
            using var response = await SendAsync(HttpMethod.Get, uuid, range);
            Assert.Equal(416, (int)response.StatusCode);
            Assert.Equal("bytes */1073741824", response.Content.Headers.ContentRange!.ToString());
        }

        [Theory]
        [InlineData("bytes=0-1,4-5")]
        [InlineData("bytes=5-2")]
        [InlineData("bytes=a-b")]
        [InlineData("bytes=-")]
        [InlineData("bytes=5")]
        [InlineData("items=0-1")]
        public async Task A_range_that_cannot_be_read_is_ignored(string range)
        {
            var uuid = await DriveAsync();
            using var response = await SendAsync(HttpMethod.Head, uuid, range);
            Assert.Equal((200, GiB), ((int)response.StatusCode, response.Content.Headers.ContentLength));
            Assert.Equal(0, Cloud.Requests[^1].BytesSent);
        }

        [Fact]
        public async Task The_host_of_the_API_serves_downloads_too()
        {
            var uuid = await DriveAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"drives/{uuid}/download/") { Headers = { Range = new RangeHeaderValue(0, 9) } };
            using var response = await Client.SendAsync(request);
            Assert.Equal(new byte[10], await response.Content.ReadAsByteArrayAsync());
        }

        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Transfers = new EmulatorTransfers { Folder = Folder, RedirectDownloads = false };

        private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string drive, string range)
        {
            using var request = new HttpRequestMessage(method, new Uri(Cloud.DirectEndpoint, $"drives/{drive}/download/"));
            request.Headers.TryAddWithoutValidation("Range", range);
            return await Client.SendAsync(request);
        }
    }
}
