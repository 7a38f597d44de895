using System.IO.Compression;
using System.IO.Pipelines;
using CloudSigma.Sdk.IntegrationTests.Transfers;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

[Collection("Snippets with files")] // They write to the same folder, under the names that a reader sees.
public class TransferSnippetTests
{
    private const int MiB = 1 << 20;
    private static readonly string[] Written = ["disk.img", "disk.img.upload", "installer.iso", "backup.img", "backup.img.gz"];

    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var (client, bytes) = (cloud.Client, TransferFixture.Bytes(9 * MiB));
        // The snippets name files of the folder in which they run, as a reader would.
        File.WriteAllBytes("disk.img", bytes);
        File.WriteAllBytes("installer.iso", bytes);
        var images = Directory.CreateDirectory("images");
        try
        {
            var drive = await TransferSnippets.UploadAsync(client, default);
            Assert.Equal(("disk.img", bytes.Length), (drive.Name, drive.Size.Bytes));

            var installer = await TransferSnippets.UploadWithOptionsAsync(client, default);
            Assert.Equal(("Installer", DriveMedia.CdRom, "build 42"), (installer.Name, installer.Media, installer.Meta["origin"]));

            await HasAsync(await TransferSnippets.UploadStreamAsync(client, new OneWayStream(bytes), bytes.Length, default));
            await HasAsync(await TransferSnippets.UploadFromFactoryAsync(client, bytes, default));
            await HasAsync(await TransferSnippets.UploadResumablyAsync(client, default));
            Assert.False(File.Exists("disk.img.upload"));
            await HasAsync(await TransferSnippets.UploadCompressedStreamAsync(client, new OneWayStream(Compress(bytes)), Compress(bytes).Length, bytes.Length, default));

            var image = await TransferSnippets.DownloadAsync(client, drive.Uuid, default);
            Assert.Equal(bytes, File.ReadAllBytes("backup.img"));
            Assert.Equal(64, image.Sha256!.Length);
            Assert.Equal(image.Length, (await TransferSnippets.DownloadToDirectoryAsync(client, drive.Uuid, default)).Length);
            Assert.Single(images.GetFiles());
            Assert.Equal(bytes.Length, (await TransferSnippets.DownloadCompressedAsync(client, drive.Uuid, default)).Length);
            Assert.Equal(bytes, Decompress("backup.img.gz"));

            var pipe = new Pipe();
            var reading = ReadAsync(pipe.Reader);
            await TransferSnippets.DownloadToPipeAsync(client, drive.Uuid, pipe.Writer, default);
            Assert.Equal(bytes, await reading);
        }
        finally
        {
            images.Delete(recursive: true);
            foreach (var file in Written) File.Delete(file);
        }

        async Task HasAsync(Drive drive) => Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
    }

    [Fact]
    public async Task An_upload_with_tickets_goes_on_from_the_last_of_them()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(4 * MiB);
        File.WriteAllBytes("disk.img", bytes);
        try
        {
            UploadTicket? last = null;
            using var pause = new CancellationTokenSource();
            var store = new SynchronousProgress<UploadTicket>(ticket =>
            {
                last = ticket;
                pause.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TransferSnippets.StartWithTicketsAsync(cloud.Client, store, pause.Token));

            var drive = await TransferSnippets.ResumeAsync(cloud.Client, last!.ToJson(), default);

            Assert.Equal(last.Drive, drive.Uuid);
            Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        }
        finally
        {
            File.Delete("disk.img");
        }
    }

    [Fact]
    public async Task Images_have_the_second_client()
    {
        await using var cloud = await TransferFixture.StartAsync();
        using var requests = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var images = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = TransferSnippets.Connect(
            new CloudSigmaClientOptions { Endpoint = cloud.Emulator.Endpoint, Credential = CloudSigmaCredential.Basic(cloud.Emulator.Accounts[0].Email, cloud.Emulator.Accounts[0].Password) },
            requests, images);

        await client.Drives.UploadAsync(cloud.Write("d", [1, 2, 3]), progress: new TransferSnippets.ConsoleProgress());

        Assert.Single(await cloud.DrivesAsync());
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }

    private static byte[] Decompress(string path)
    {
        using var memory = new MemoryStream();
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        gzip.CopyTo(memory);
        return memory.ToArray();
    }

    private static async Task<byte[]> ReadAsync(PipeReader reader)
    {
        using var memory = new MemoryStream();
        await reader.CopyToAsync(memory);
        return memory.ToArray();
    }
}
