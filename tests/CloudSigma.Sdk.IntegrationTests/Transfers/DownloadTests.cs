using System.IO.Pipelines;
using System.Security.Cryptography;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Downloads over a real socket: every target, by one connection and by several.</summary>
public class DownloadTests
{
    private const int MiB = 1 << 20;

    private static readonly DownloadDriveOptions Hashed = new() { ComputeSha256 = true };

    private static async Task<(TransferFixture Cloud, Guid Drive, byte[] Bytes)> WithDriveAsync(int length = 3 * MiB, Action<CloudSigmaEmulatorOptions>? change = null)
    {
        var cloud = await TransferFixture.StartAsync(change);
        var bytes = TransferFixture.Bytes(length);
        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("source", bytes), new UploadDriveOptions { Strategy = UploadStrategy.Raw });
        File.Delete(cloud.PathOf("source"));
        cloud.Emulator.ClearRequests();
        return (cloud, drive.Uuid, bytes);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_has_every_byte_and_its_checksum(bool redirects)
    {
        var (cloud, drive, bytes) = await WithDriveAsync(change: o => o.Transfers = new EmulatorTransfers { RedirectDownloads = redirects });
        await using var _ = cloud;

        var download = await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), Hashed);

        Assert.Equal(new DriveDownload(drive, bytes.Length, cloud.PathOf("disk.img"), Sha256(bytes)), download);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Fact]
    public async Task A_large_file_comes_over_several_connections_at_once()
    {
        var (cloud, drive, bytes) = await WithDriveAsync(200 * MiB);
        await using var _ = cloud;

        var download = await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), Hashed with { Parallelism = 3 });

        Assert.Equal(Sha256(bytes), download.Sha256);
        Assert.Equal(Sha256(bytes), Sha256(await File.ReadAllBytesAsync(cloud.PathOf("disk.img"))));
        // Two ranges for each connection.
        Assert.Equal(7, cloud.Emulator.Requests.Count(static r => r.BytesSent > 0 && r.Path.StartsWith("/images/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_other_host_sees_the_credential()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;

        await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"));

        var redirected = Assert.Single(cloud.Emulator.Requests, static r => r.Path.StartsWith("/images/", StringComparison.Ordinal));
        Assert.False(redirected.HasCredentials);
        Assert.Contains(cloud.Emulator.Requests, static r => r.Path.EndsWith("/download/", StringComparison.Ordinal) && r is { HasCredentials: true, Status: 302 });
    }

    [Fact]
    public async Task Streams_pipes_and_folders_are_targets_too()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        using var memory = new MemoryStream();
        var pipe = new Pipe();

        var toStream = await cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToStream(memory), Hashed);
        var reading = ReadAsync(pipe.Reader);
        var toPipe = await cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToPipe(pipe.Writer));
        await pipe.Writer.CompleteAsync();
        var toFolder = await cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToDirectory(cloud.Folder), Hashed);

        Assert.Equal(bytes, memory.ToArray());
        Assert.Equal(bytes, await reading);
        Assert.Equal((Sha256(bytes), null, Sha256(bytes)), (toStream.Sha256, toPipe.Sha256, toFolder.Sha256));
        Assert.Equal([drive.ToString()], cloud.Files());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(toFolder.Path!));
    }

    [Fact]
    public async Task Zeros_take_no_room()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = new byte[64 * MiB];
        TransferFixture.Bytes(100_000).CopyTo(bytes, 10 * MiB + 17);
        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("source", bytes));

        await cloud.Client.Drives.DownloadAsync(drive.Uuid, cloud.PathOf("disk.img"));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        if (OperatingSystem.IsLinux()) Assert.InRange(await AllocatedAsync(cloud.PathOf("disk.img")), 100_000, MiB);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_taken_up_where_it_broke()
    {
        var (cloud, drive, bytes) = await WithDriveAsync(40 * MiB);
        await using var _ = cloud;
        // Also on the way of the redirect, and with an answer that is none.
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 5 * MiB, Times = 6 });
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 503, Path = "*/download/", Skip = 2 });
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropBefore, Path = "*/download/", Skip = 2 });
        TransferProgress? last = null;

        var download = await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), Hashed with { Parallelism = 1 }, new SynchronousProgress<TransferProgress>(p => last = p));

        Assert.Equal(Sha256(bytes), download.Sha256);
        Assert.Equal((8, bytes.LongLength), (last!.Retries, last.Bytes));
        Assert.InRange(cloud.Emulator.Requests.Sum(static r => r.BytesSent), bytes.Length, bytes.Length * 1.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Connections_that_break_every_so_often_end_in_an_exact_file(int parallelism)
    {
        await using var cloud = await TransferFixture.StartAsync(static o => o.Network = new EmulatorNetwork { DropEvery = 12 * MiB });
        var bytes = TransferFixture.Bytes(128 * MiB);
        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("source", bytes), new UploadDriveOptions { ChunkSize = ByteSize.KiB(256) });
        cloud.Emulator.ClearRequests();

        var download = await cloud.Client.Drives.DownloadAsync(drive.Uuid, cloud.PathOf("disk.img"), Hashed with { Parallelism = parallelism });

        Assert.Equal(Sha256(bytes), download.Sha256);
        Assert.Equal(Sha256(bytes), Sha256(await File.ReadAllBytesAsync(cloud.PathOf("disk.img"))));
        // What was on its way in buffers of both sides is lost with each connection, whatever its size; with breaks every 64 MiB it is a fifth of this.
        var sent = cloud.Emulator.Requests.Where(static r => r.Path.StartsWith("/images/", StringComparison.Ordinal)).Sum(static r => r.BytesSent);
        Assert.InRange(sent, bytes.Length, bytes.Length * 1.12);
        Assert.Contains(cloud.Emulator.Requests, static r => r.Status == 0);
    }

    [Fact]
    public async Task A_server_that_goes_on_breaking_without_progress_is_given_up()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 10_000, Times = null });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img")));

        Assert.Equal(3, error.Retries);
        Assert.Empty(cloud.Files());
    }

    [Fact]
    public async Task A_stream_gets_every_byte_once_however_often_the_connection_breaks()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 700_000, Times = 4 });
        using var memory = new MemoryStream();

        var download = await cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToStream(memory), Hashed);

        Assert.Equal(bytes, memory.ToArray());
        Assert.Equal(Sha256(bytes), download.Sha256);
    }

    [Fact]
    public async Task What_is_there_is_not_replaced_unless_asked_for()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        var file = cloud.Write("disk.img", [1, 2, 3]);

        var error = await Assert.ThrowsAsync<IOException>(() => cloud.Client.Drives.DownloadAsync(drive, file));

        Assert.Contains("Overwrite", error.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Emulator.Requests);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(file));
        await cloud.Client.Drives.DownloadAsync(drive, file, new DownloadDriveOptions { Overwrite = true });
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Targets_that_cannot_be_are_refused_before_anything_is_asked_for()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("no/such/folder.img")));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToDirectory(cloud.PathOf("no"))));
        await Assert.ThrowsAsync<IOException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.Folder));
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.DownloadAsync(Guid.Empty, cloud.PathOf("d")));
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("d"), new DownloadDriveOptions { Parallelism = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("d"), new DownloadDriveOptions { StallTimeout = TimeSpan.Zero }));
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToStream(Stream.Null), new DownloadDriveOptions { Resume = true }));
        Assert.Empty(cloud.Emulator.Requests);
    }

    [Fact]
    public async Task Too_little_room_is_seen_before_a_byte_is_fetched()
    {
        await using var cloud = await TransferFixture.StartAsync();
        // Nothing is uploaded: a drive of a PiB costs the emulator nothing.
        var drive = await (await cloud.Client.Drives.StartCreateAsync(new NewDrive { Name = "d", Size = ByteSize.TiB(900) })).WaitForCompletionAsync();

        var error = await Assert.ThrowsAsync<IOException>(() => cloud.Client.Drives.DownloadAsync(drive.Uuid, cloud.PathOf("disk.img")));

        Assert.Contains("CheckFreeSpace", error.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Files());
        Assert.DoesNotContain(cloud.Emulator.Requests, static r => r.Path.EndsWith("/download/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_fails_is_not_taken_for_the_network()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToStream(new FullStream())));

        Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Emulator.Requests, static r => r.Path.StartsWith("/images/", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_full_disk_ends_a_download_and_a_resumable_one_keeps_what_is_there(bool resume)
    {
        var (cloud, drive, bytes) = await WithDriveAsync(24 * MiB);
        await using var _ = cloud;
        await using var disk = SmallDisk.TryMount(cloud.PathOf("disk"), 18 * MiB);
        Skip.If(disk is null, "A small disk can be mounted by the administrator of Linux only.");
        var file = Path.Combine(cloud.PathOf("disk"), "disk.img");
        var options = Hashed with { CheckFreeSpace = false, Resume = resume, Parallelism = 1 };

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, file, options));

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(error.InnerException);
        Assert.Equal(resume, File.Exists(file + ".part"));
        Assert.False(File.Exists(file));
        if (!resume) return;
        disk!.Resize(64 * MiB);
        cloud.Emulator.ClearRequests();
        var download = await cloud.Client.Drives.DownloadAsync(drive, file, options);
        Assert.Equal(Sha256(bytes), download.Sha256);
        Assert.InRange(cloud.Emulator.Requests.Sum(static r => r.BytesSent), 1, bytes.Length - (15 * MiB));
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_unless_it_is_to_be_resumed()
    {
        var (cloud, drive, bytes) = await WithDriveAsync(40 * MiB);
        await using var _ = cloud;
        foreach (var resume in new[] { false, true })
        {
            using var stop = new CancellationTokenSource();
            // After 20 MiB the connection breaks, and while the next one is made the caller has had enough.
            cloud.Emulator.ClearFaults();
            cloud.Emulator.ClearRequests();
            cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 20 * MiB });
            cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Path = "*/download/", Skip = 1 });
            var download = cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = resume, Parallelism = 1 }, cancellationToken: stop.Token);
            await TransferFixture.UntilAsync(() => new FileInfo(cloud.PathOf("disk.img.part")) is { Exists: true, Length: > 0 } && cloud.Emulator.Requests.Any(static r => r.Fault == EmulatorFaultKind.Truncate), download);
            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);

            Assert.Equal(resume ? ["disk.img.part", "disk.img.part.json"] : [], cloud.Files());
        }

        cloud.Emulator.ClearFaults();
        cloud.Emulator.ClearRequests();
        var rest = await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), Hashed with { Resume = true, Parallelism = 1 });
        Assert.Equal(Sha256(bytes), rest.Sha256);
        Assert.Equal(["disk.img"], cloud.Files());
        Assert.True(cloud.Emulator.Requests.Sum(static r => r.BytesSent) < bytes.Length);
    }

    [Fact]
    public async Task A_part_of_another_drive_is_not_written_over()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;
        cloud.Write("disk.img.part", new byte[10]);
        await File.WriteAllTextAsync(cloud.PathOf("disk.img.part.json"), """{"version":1,"of":"https://elsewhere/drives/x/","length":10,"done":[0,5]}""");

        var error = await Assert.ThrowsAsync<IOException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = true }));

        Assert.Contains("elsewhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_another_size_is_kept_until_somebody_deletes_it()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        cloud.Write("disk.img.part", bytes[..MiB]);
        var state = $$"""{"version":1,"of":"{{cloud.Emulator.Endpoint}}drives/{{drive}}/","length":{{MiB}},"done":[0,1000]}""";
        await File.WriteAllTextAsync(cloud.PathOf("disk.img.part.json"), state);

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = true }));

        Assert.Contains("Delete it to download anew", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes[..MiB], await File.ReadAllBytesAsync(cloud.PathOf("disk.img.part")));
        Assert.Equal(state, await File.ReadAllTextAsync(cloud.PathOf("disk.img.part.json")));
    }

    [Fact]
    public async Task A_length_that_the_server_rounds_can_be_resumed()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        // An earlier run was told 500 bytes less than the drive has; this server says what the drive has, and all begins again.
        cloud.Write("disk.img.part", bytes[..^500]);
        await File.WriteAllTextAsync(
            cloud.PathOf("disk.img.part.json"), $$"""{"version":1,"of":"{{cloud.Emulator.Endpoint}}drives/{{drive}}/","length":{{bytes.Length - 500}},"done":[0,{{MiB}}]}""");

        await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = true });

        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"version":2,"of":"x","length":10,"done":[]}""")]
    public async Task A_state_that_says_nothing_begins_anew(string state)
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        cloud.Write("disk.img.part", TransferFixture.Bytes(5 * MiB, seed: 9));
        await File.WriteAllTextAsync(cloud.PathOf("disk.img.part.json"), state);

        await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = true });

        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Fact]
    public async Task A_state_of_an_earlier_run_is_gone_before_its_file_is_written_over()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        cloud.Write("disk.img.part", bytes);
        await File.WriteAllTextAsync(cloud.PathOf("disk.img.part.json"), $$"""{"version":1,"of":"{{cloud.Emulator.Endpoint}}drives/{{drive}}/","length":{{bytes.Length}},"done":[0,{{bytes.Length}}]}""");
        var claims = new List<bool>();

        // Killed at any time, this run must leave no state that claims bytes of that one.
        await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), progress: new SynchronousProgress<TransferProgress>(_ => claims.Add(File.Exists(cloud.PathOf("disk.img.part.json")))));

        Assert.DoesNotContain(true, claims);
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_run_to_the_same_file_does_no_harm_to_this_one(bool resume)
    {
        var (cloud, drive, bytes) = await WithDriveAsync(24 * MiB);
        await using var _ = cloud;
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 20 * MiB });
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Path = "*/download/", Skip = 1 });
        var options = new DownloadDriveOptions { Resume = resume, Parallelism = 1, StallTimeout = TimeSpan.FromSeconds(5) };
        var first = cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), options);
        await TransferFixture.UntilAsync(() => cloud.Emulator.Requests.Any(static r => r.Fault == EmulatorFaultKind.Truncate) && cloud.Files().Count == (resume ? 2 : 1), first);
        var before = cloud.Files();

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), options));

        Assert.Contains("disk.img.part", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, cloud.Files());
        cloud.Emulator.ClearFaults();
        cloud.Emulator.AdvanceTime(TimeSpan.FromHours(2));
        await first;
        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Fact]
    public async Task What_a_target_throws_is_never_taken_for_the_network()
    {
        var (cloud, drive, _) = await WithDriveAsync();
        await using var __ = cloud;
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync(new CloudSigmaTimeoutException("the other side"));

        foreach (var target in new[] { DownloadTarget.ToStream(new ThrowingStream(new CloudSigmaConnectionException("x"))), DownloadTarget.ToStream(new ThrowingStream(new OperationCanceledException())), DownloadTarget.ToPipe(pipe.Writer) })
            await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, target));

        Assert.Equal(3, cloud.Emulator.Requests.Count(static r => r.Path.StartsWith("/images/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_request_for_a_name_is_sent_again_too()
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 503, Path = "*/download/" });

        var download = await cloud.Client.Drives.DownloadAsync(drive, DownloadTarget.ToDirectory(cloud.Folder));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(download.Path!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_appears_meanwhile_is_not_replaced(bool resume)
    {
        var (cloud, drive, bytes) = await WithDriveAsync();
        await using var _ = cloud;
        var appear = new SynchronousProgress<TransferProgress>(_ => cloud.Write("disk.img", [1, 2, 3]));

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = resume }, appear));

        Assert.Contains("has appeared", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.Equal(resume ? ["disk.img", "disk.img.part", "disk.img.part.json"] : ["disk.img"], cloud.Files());
        if (!resume) return;
        cloud.Emulator.ClearRequests();
        await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), new DownloadDriveOptions { Resume = true, Overwrite = true });
        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.DoesNotContain(cloud.Emulator.Requests, static r => r.Path.StartsWith("/images/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_checksum_of_what_was_there_shows_its_progress()
    {
        var (cloud, drive, bytes) = await WithDriveAsync(24 * MiB);
        await using var _ = cloud;
        cloud.Write("disk.img.part", bytes);
        await File.WriteAllTextAsync(cloud.PathOf("disk.img.part.json"), $$"""{"version":1,"of":"{{cloud.Emulator.Endpoint}}drives/{{drive}}/","length":{{bytes.Length}},"done":[0,{{bytes.Length}}]}""");
        var seen = new List<TransferProgress>();

        var download = await cloud.Client.Drives.DownloadAsync(drive, cloud.PathOf("disk.img"), Hashed with { Resume = true }, new SynchronousProgress<TransferProgress>(seen.Add));

        Assert.Equal(Sha256(bytes), download.Sha256);
        Assert.Equal([TransferStage.Transferring, TransferStage.Completing], seen.Select(static p => p.Stage).Distinct());
    }

    [Fact]
    public async Task Old_bytes_under_zeros_do_not_survive_a_resumed_download()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(2 * MiB);
        Array.Clear(bytes, MiB, 500_000);
        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("source", bytes));
        // The state knows only the first half; in the file there is more, as after a kill.
        var part = TransferFixture.Bytes(2 * MiB, seed: 9);
        bytes.AsSpan(0, MiB / 2).CopyTo(part);
        cloud.Write("disk.img.part", part);
        await File.WriteAllTextAsync(
            cloud.PathOf("disk.img.part.json"), $$"""{"version":1,"of":"{{cloud.Emulator.Endpoint}}drives/{{drive.Uuid}}/","length":{{2 * MiB}},"done":[0,{{MiB / 2}}]}""");

        var download = await cloud.Client.Drives.DownloadAsync(drive.Uuid, cloud.PathOf("disk.img"), Hashed with { Resume = true });

        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.Equal(Sha256(bytes), download.Sha256);
    }

    [Fact]
    public async Task A_drive_that_cannot_be_downloaded_is_the_error_of_the_api()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var drive = await (await cloud.Client.Drives.StartCreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1), StorageType = StorageType.LocalNvme })).WaitForCompletionAsync();

        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.DownloadAsync(drive.Uuid, cloud.PathOf("disk.img")));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Drives.DownloadAsync(Guid.NewGuid(), cloud.PathOf("disk.img")));
        Assert.Empty(cloud.Files());
    }

    private static async Task<byte[]> ReadAsync(PipeReader reader)
    {
        using var memory = new MemoryStream();
        await reader.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static async Task<long> AllocatedAsync(string file)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%b", file]) { RedirectStandardOutput = true })!;
        return 512 * long.Parse(await process.StandardOutput.ReadToEndAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
