using System.IO.Compression;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Uploads over a real socket: every source, every way, and what drive comes of it.</summary>
public class UploadTests
{
    private const int MiB = 1 << 20;

    public static TheoryData<UploadStrategy, int> Sizes()
    {
        var data = new TheoryData<UploadStrategy, int>();
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks, UploadStrategy.Resumable })
        {
            // Around the borders of chunks: less than one, exact ones, one byte more, a last one that is nearly two.
            foreach (var size in new[] { 1, 65_536, 65_537, 3 * 65_536, (3 * 65_536) + 1, (4 * 65_536) - 1, 300_000 }) data.Add(strategy, size);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task An_image_arrives_byte_by_byte(UploadStrategy strategy, int size)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(size);
        var file = cloud.Write("disk.img", bytes);

        var drive = await cloud.Client.Drives.UploadAsync(
            file, new UploadDriveOptions { Strategy = strategy, ChunkSize = strategy == UploadStrategy.Raw ? null : ByteSize.KiB(64) });

        Assert.Equal(("disk.img", DriveStatus.Unmounted, DriveMedia.Disk), (drive.Name, drive.Status, drive.Media));
        Assert.InRange(drive.Size.Bytes, Math.Max(size, 65_536), Math.Max(size, 65_536) + 1023);
        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, size));
    }

    [Fact]
    public async Task Name_media_meta_and_tags_are_those_of_the_options()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var tag = await cloud.Client.Tags.CreateAsync(new NewTag { Name = "t" });
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks })
        {
            var drive = await cloud.Client.Drives.UploadAsync(
                UploadSource.FromStream(new MemoryStream(TransferFixture.Bytes(100_000))),
                new UploadDriveOptions
                {
                    Name = "install",
                    Media = DriveMedia.CdRom,
                    Strategy = strategy,
                    Meta = new Dictionary<string, string> { ["k"] = "v" },
                    Tags = [tag.Uuid],
                });

            var read = await cloud.Client.Drives.GetAsync(drive.Uuid);
            Assert.Equal(("install", DriveMedia.CdRom, "v", tag.Uuid), (read.Name, read.Media, read.Meta["k"], read.Tags[0].Uuid));
        }
    }

    [Fact]
    public async Task Small_images_go_in_one_request_and_large_ones_in_chunks()
    {
        await using var cloud = await TransferFixture.StartAsync();

        await cloud.Client.Drives.UploadAsync(cloud.Write("small.img", TransferFixture.Bytes(MiB)));
        Assert.Single(cloud.Emulator.Requests, static r => r.Path.EndsWith("/drives/upload/", StringComparison.Ordinal));
        Assert.Empty(cloud.Chunks);
        cloud.Emulator.ClearRequests();

        await cloud.Client.Drives.UploadAsync(cloud.Write("large.img", TransferFixture.Bytes((9 * MiB) + 5)));
        Assert.Single(cloud.Emulator.Requests, static r => r.Path.EndsWith("/initupload/", StringComparison.Ordinal));
        // Nine chunks of 1 MiB, each with a link; the last takes the remainder.
        Assert.Equal(9, cloud.Emulator.Requests.Count(static r => r.Query.Contains("do=upload_chunk", StringComparison.Ordinal)));
        Assert.Equal((9 * MiB) + 5, cloud.Chunks.Sum(static r => r.BytesReceived));
    }

    [Fact]
    public async Task Chunks_go_with_every_credential_and_raw_uploads_with_basic_only()
    {
        await using var cloud = await TransferFixture.StartAsync(static o => o.Accounts = [new EmulatorAccount("user@example.com", "secret") { Token = "a-token" }]);
        var bytes = TransferFixture.Bytes(300_000);
        foreach (var credential in new[]
        {
            CloudSigmaCredential.Digest("user@example.com", "secret"), CloudSigmaCredential.Session("user@example.com", "secret"), CloudSigmaCredential.Bearer("a-token"),
        })
        {
            var client = cloud.Connect(credential);
            foreach (var strategy in new[] { UploadStrategy.Automatic, UploadStrategy.Resumable })
            {
                var drive = await client.Drives.UploadAsync(
                    UploadSource.FromStream(new MemoryStream(bytes)), new UploadDriveOptions { Name = "d", Strategy = strategy, ChunkSize = ByteSize.KiB(64) });
                using var memory = new MemoryStream();
                await client.Drives.DownloadAsync(drive.Uuid, DownloadTarget.ToStream(memory));
                Assert.Equal(bytes, memory.ToArray()[..bytes.Length]);
            }

            var error = await Assert.ThrowsAsync<ArgumentException>(() => client.Drives.UploadAsync(
                UploadSource.FromStream(new MemoryStream(bytes)), new UploadDriveOptions { Name = "d", Strategy = UploadStrategy.Raw }));
            Assert.Contains("Basic", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_arrives_with_its_length()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(700_001);
        foreach (var (strategy, verification) in new[]
        {
            (UploadStrategy.Raw, UploadVerification.Everything), (UploadStrategy.ChunkLinks, UploadVerification.Everything), (UploadStrategy.Resumable, UploadVerification.Samples),
        })
        {
            var drive = await cloud.Client.Drives.UploadAsync(
                UploadSource.FromStream(new OneWayStream(bytes), bytes.Length),
                new UploadDriveOptions { Name = "d", Strategy = strategy, Verification = verification, ChunkSize = strategy == UploadStrategy.Raw ? null : ByteSize.KiB(64) });

            Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        }
    }

    [Fact]
    public async Task A_factory_is_asked_for_the_place_of_each_chunk()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(300_000);
        var offsets = new List<long>();
        var source = UploadSource.FromFactory(
            offset =>
            {
                lock (offsets) offsets.Add(offset);
                return new OneWayStream(bytes[(int)offset..]);
            },
            bytes.Length);

        var drive = await cloud.Client.Drives.UploadAsync(source, new UploadDriveOptions { Name = "d", Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64) });

        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        // The first is the look at the format.
        Assert.Equal([0, 0, 65_536, 131_072, 196_608], offsets.Order());
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_from_its_position_on()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(300_000);
        using var stream = new MemoryStream(bytes) { Position = 100_000 };

        var drive = await cloud.Client.Drives.UploadAsync(
            UploadSource.FromStream(stream), new UploadDriveOptions { Name = "d", Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64), Verification = UploadVerification.Everything });

        Assert.Equal(bytes[100_000..], await cloud.ReadAsync(drive.Uuid, 200_000));
    }

    [Fact]
    public async Task What_is_in_a_gzip_file_is_uploaded()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(700_001);
        var file = cloud.Write("disk.img.gz", Compress(bytes));
        var stages = new List<TransferStage>();

        var drive = await cloud.Client.Drives.UploadAsync(
            file, new UploadDriveOptions { Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64), Verification = UploadVerification.Everything },
            new SynchronousProgress<TransferProgress>(p => stages.Add(p.Stage)));

        Assert.Equal("disk.img", drive.Name);
        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        Assert.Equal([TransferStage.Measuring, TransferStage.Transferring, TransferStage.Completing, TransferStage.Verifying], stages.Distinct());

        var known = await cloud.Client.Drives.UploadAsync(
            UploadSource.FromStream(new OneWayStream(Compress(bytes)), Compress(bytes).Length),
            new UploadDriveOptions { Name = "d", Decompression = UploadDecompression.GZip, DecompressedLength = new ByteSize(bytes.Length) });
        Assert.Equal(bytes, await cloud.ReadAsync(known.Uuid, bytes.Length));
    }

    [Fact]
    public async Task Progress_goes_up_to_the_end_and_never_back()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropAfter, Method = "POST", Path = "drives/*/chunks/*", Skip = 2, Times = 2 });
        var seen = new List<TransferProgress>();

        await cloud.Client.Drives.UploadAsync(
            cloud.Write("d", TransferFixture.Bytes(2 * MiB)), new UploadDriveOptions { Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64) },
            new SynchronousProgress<TransferProgress>(seen.Add));

        var sent = seen.Where(static p => p.Stage == TransferStage.Transferring).ToList();
        Assert.Equal(sent.Select(static p => p.Bytes), sent.Select(static p => p.Bytes).Order());
        Assert.Equal((2 * MiB, 2 * MiB), (sent[^1].Bytes, sent[^1].TotalBytes));
        Assert.Equal(TransferStage.Completing, seen[^1].Stage);
    }

    [Fact]
    public async Task A_location_without_chunks_gets_a_raw_upload()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 404, Path = "initupload/", Times = null });
        var bytes = TransferFixture.Bytes(9 * MiB);

        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes));

        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Drives.UploadAsync(cloud.PathOf("d"), new UploadDriveOptions { Strategy = UploadStrategy.ChunkLinks }));
    }

    [Fact]
    public async Task A_storage_type_is_kept_or_the_upload_ends_before_a_byte()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", TransferFixture.Bytes(100_000));

        var drive = await cloud.Client.Drives.UploadAsync(file, new UploadDriveOptions { StorageType = StorageType.Zadara });

        Assert.Equal(StorageType.Zadara, drive.StorageType);
    }

    internal static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }
}
