// Uploads: the three protocols from the first byte to a drive that can be used.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public static class UploadTests
{
    public sealed class Raw : TransferTest
    {
        [Theory]
        [InlineData("")]
        [InlineData("debian.raw")]
        public async Task An_image_becomes_a_drive(string name)
        {
            var image = Noise((3 * MiB) + 5);
            var answer = (await RawAsync(image, name)).Is(200);
            Assert.Equal("text/plain", answer.Message.Content.Headers.ContentType!.MediaType);
            var uuid = Guid.Parse(answer.Text).ToString();
            var drive = (await GetAsync($"drives/{uuid}/")).Is(200).Json;
            Assert.Equal(("uploading", "disk", (long)image.Length), ((string?)drive["status"], (string?)drive["media"], (long)drive["size"]!));
            Assert.False((bool)drive["runtime"]!["is_downloadable"]!);
            Assert.Equal([uuid], Cloud.Requests[0].Created);
            Wait(1);
            drive = (await GetAsync($"drives/{uuid}/")).Is(200).Json;
            Assert.Equal(("unmounted", (3L * MiB) + KiB), ((string?)drive["status"], (long)drive["size"]!));
            Holds(image, await DownloadAsync(uuid));
        }

        [Fact]
        public async Task A_drive_is_at_least_as_large_as_the_smallest_of_its_kind()
        {
            var image = Noise(100);
            var uuid = await UploadedAsync(image);
            Assert.Equal(MiB, (long)(await GetAsync($"drives/{uuid}/")).Json["size"]!);
            Holds(image, await DownloadAsync(uuid));
        }
    }

    public sealed class Links : TransferTest
    {
        [Fact]
        public async Task Chunks_in_any_order_become_a_drive()
        {
            var image = Noise((2 * MiB) + 700);
            var uuid = await BeginAsync(image.Length);
            Assert.Equal(image.Length, (long)(await GetAsync($"drives/{uuid}/")).Json["size"]!);
            (await SendChunkAsync(await LinkAsync(uuid, 1, MiB), image[MiB..])).Is(200);
            Wait(60);
            Assert.Equal("uploading", await StatusAsync("drives", uuid));
            (await SendChunkAsync(await LinkAsync(uuid, 0, MiB), image[..MiB])).Is(200);
            Assert.Equal("uploading", await StatusAsync("drives", uuid));
            Wait(1);
            Assert.Equal("unmounted", await StatusAsync("drives", uuid));
            Holds(image, await DownloadAsync(uuid));
        }

        [Fact]
        public async Task The_link_is_relative_to_the_server_and_its_secret_is_not_in_the_log()
        {
            var uuid = await BeginAsync(MiB);
            var link = (string)(await AskAsync(uuid, 0, MiB)).Is(200).Json["link"]!;
            Assert.StartsWith($"/api/2.0/drives/{uuid}/chunks/0/?token=", link, StringComparison.Ordinal);
            (await SendChunkAsync(new Uri(Cloud.Endpoint, link), Noise(MiB))).Is(200);
            var logged = Cloud.Requests[^1];
            Assert.Equal(($"/api/2.0/drives/{uuid}/chunks/0/", "?token=***", 200), (logged.Path, logged.Query, logged.Status));
            Assert.Equal((false, null, MiB, 0L), (logged.HasCredentials, logged.Scheme, logged.BytesReceived, logged.BytesSent));
        }
    }

    public sealed class Resumable : TransferTest
    {
        [Fact]
        public async Task Chunks_become_a_drive()
        {
            var image = Noise((2 * MiB) + 700);
            var uuid = await BeginAsync(image.Length);
            Assert.Equal(404, (await GetAsync(Query(uuid, 1, image.Length))).Status);
            (await PostAsync(uuid, 1, image.Length, image[..MiB])).Is(200);
            (await GetAsync(Query(uuid, 1, image.Length))).Is(200);
            Assert.Equal(404, (await GetAsync(Query(uuid, 2, image.Length))).Status);
            (await PostAsync(uuid, 2, image.Length, image[MiB..])).Is(200);
            Wait(1);
            Assert.Equal("unmounted", await StatusAsync("drives", uuid));
            Holds(image, await DownloadAsync(uuid));
        }

        private static string Query(string drive, int number, long total) =>
            $"drives/{drive}/upload/?resumableChunkNumber={number}&resumableChunkSize={MiB}&resumableTotalSize={total}&resumableIdentifier=a&resumableFilename=a";

        private async Task<Answer> PostAsync(string drive, int number, long total, byte[] chunk)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent($"{number}"), "resumableChunkNumber" },
                { new StringContent($"{MiB}"), "resumableChunkSize" },
                { new StringContent($"{total}"), "resumableTotalSize" },
                { new StringContent("image.raw"), "resumableIdentifier" },
                { new StringContent("image.raw"), "resumableFilename" },
                { new ByteArrayContent(chunk), "file", "blob" },
            };
            var response = await Client.PostAsync(new Uri($"drives/{drive}/upload/", UriKind.Relative), form);
            return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
        }
    }
}
