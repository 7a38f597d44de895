using System.Net;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Uploads on which something goes wrong: the network, the server, the source, the caller.</summary>
public class UploadFaultTests
{
    private const int MiB = 1 << 20;
    private const string ChunkPath = "drives/*/chunks/*";

    private static readonly UploadDriveOptions Links = new() { Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64) };

    [Theory]
    [InlineData(UploadStrategy.ChunkLinks)]
    [InlineData(UploadStrategy.Resumable)]
    public async Task Every_kind_of_broken_request_is_sent_again_and_no_byte_is_lost(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var path = strategy == UploadStrategy.Resumable ? "drives/*/upload/" : ChunkPath;
        foreach (var kind in new[] { EmulatorFaultKind.DropBefore, EmulatorFaultKind.DropAfter, EmulatorFaultKind.DropDuring, EmulatorFaultKind.Status, EmulatorFaultKind.Truncate })
            cloud.Emulator.AddFault(new EmulatorFault { Kind = kind, Method = "POST", Path = path, Times = 3, Bytes = 20_000, Skip = 1 });
        var bytes = TransferFixture.Bytes(3 * MiB);

        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes), Links with { Strategy = strategy });

        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        Assert.Single(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_lost_answer_to_a_chunk_does_not_send_it_twice()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropAfter, Method = "POST", Path = ChunkPath, Times = 2 });
        var bytes = TransferFixture.Bytes(MiB);

        await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes), Links);

        Assert.Equal(bytes.Length, cloud.Chunks.Sum(static r => r.BytesReceived));
    }

    [Fact]
    public async Task A_link_that_has_expired_is_asked_for_anew()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 404, Method = "POST", Path = ChunkPath, Times = 2 });
        var bytes = TransferFixture.Bytes(MiB);

        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes), Links);

        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        Assert.Equal(16 + 2, cloud.Emulator.Requests.Count(static r => r.Query.Contains("do=upload_chunk", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Connections_that_break_every_so_often_cost_few_bytes()
    {
        // The ratio of a GiB with a break every 64 MiB, sixteen times smaller.
        await using var cloud = await TransferFixture.StartAsync(static o => o.Network = new EmulatorNetwork { DropEvery = 4 * MiB });
        var bytes = TransferFixture.Bytes(64 * MiB);

        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes), Links);

        Assert.Contains(cloud.Chunks, static r => r.Status == 0);
        Assert.InRange(cloud.Chunks.Sum(static r => r.BytesReceived), bytes.Length, bytes.Length * 1.02);
        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
    }

    [Fact]
    public async Task A_chunk_that_fails_for_good_ends_the_upload_and_leaves_no_drive()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 502, Method = "POST", Path = ChunkPath, Times = null, Skip = 5 });

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => cloud.Client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(MiB)), Links));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.DoesNotContain("token", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_drive_that_cannot_be_removed_is_named_by_the_error()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 502, Method = "POST", Path = ChunkPath, Times = null });
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 403, Method = "DELETE", Times = null });

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => cloud.Client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(MiB)), Links));

        Assert.Equal((await cloud.DrivesAsync())[0].Uuid.ToString(), error.Data["CloudSigma.LeftDrive"]);
    }

    [Fact]
    public async Task A_raw_upload_that_broke_is_not_sent_again()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropDuring, Method = "POST", Path = "drives/upload/", Bytes = 500_000 });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => cloud.Client.Drives.UploadAsync(
            cloud.Write("d", TransferFixture.Bytes(4 * MiB)), new UploadDriveOptions { Strategy = UploadStrategy.Raw }));

        Assert.Contains("of 4194304 bytes", error.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Emulator.Requests, static r => r.Path.EndsWith("/drives/upload/", StringComparison.Ordinal));
        Assert.Empty(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_lost_answer_to_a_raw_upload_says_that_there_may_be_a_drive()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropAfter, Method = "POST", Path = "drives/upload/" });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => cloud.Client.Drives.UploadAsync(
            cloud.Write("d", TransferFixture.Bytes(100_000)), new UploadDriveOptions { Strategy = UploadStrategy.Raw }));

        Assert.Contains("there may be a drive", error.Message, StringComparison.Ordinal);
        Assert.Single(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task An_answer_of_a_proxy_to_a_create_says_that_there_may_be_a_drive()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 504, Method = "POST", Path = "initupload/" });

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => cloud.Client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(MiB)), Links));

        Assert.Equal(true, error.Data["CloudSigma.MayHaveLeftDrive"]);
    }

    [Fact]
    public async Task A_client_that_is_disposed_meanwhile_names_the_drive_that_it_leaves()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Method = "POST", Path = ChunkPath, Times = null });
        var client = cloud.Connect();
        var upload = client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(MiB)), Links);
        await TransferFixture.UntilAsync(() => cloud.Emulator.Requests.Any(static r => r.Query.Contains("do=upload_chunk", StringComparison.Ordinal)), upload);

        client.Dispose();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => upload);
        Assert.Equal((await cloud.DrivesAsync())[0].Uuid.ToString(), error.Data["CloudSigma.LeftDrive"]);
    }

    [Fact]
    public async Task A_source_that_does_not_listen_holds_nobody()
    {
        await using var cloud = await TransferFixture.StartAsync();
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks })
        {
            using var stop = new CancellationTokenSource();
            var reading = new TaskCompletionSource();
            var upload = cloud.Client.Drives.UploadAsync(
                UploadSource.FromStream(new DeafStream(reading), 100_000), Links with { Name = "d", Strategy = strategy, ChunkSize = strategy == UploadStrategy.Raw ? null : ByteSize.KiB(64), CheckFormat = false }, cancellationToken: stop.Token);
            await reading.Task;
            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
            Assert.Empty(await cloud.DrivesAsync());
        }
    }

    [Fact]
    public async Task A_link_is_in_no_error_also_when_the_server_repeats_it()
    {
        await using var cloud = await TransferFixture.StartAsync();
        string? link = null;
        await using var server = new RawServer(async (head, stream, token) =>
        {
            var path = head.Split(' ')[1];
            if (path.Contains("secret", StringComparison.Ordinal)) link = path;
            var body = path switch
            {
                "/api/2.0/initupload/" => """{"objects":[{"uuid":"3d504199-6bac-4612-a19e-691c9c6c6728","status":"uploading","size":1000}]}""",
                _ when link == path => $"<html>The requested URL {path} was not found: &quot;{System.Net.WebUtility.HtmlEncode(path)}&quot;</html>",
                _ => """{"link":"/api/2.0/secret-path/?key=secret-key&more=1"}""",
            };
            var status = link == path ? "500 Error" : "200 OK";
            // The body of the request is left in the connection, which is closed.
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"), token);
            return false;
        });
        var client = cloud.Connect(change: o =>
        {
            o.Endpoint = server.Endpoint;
            o.Retry = o.Retry with { MaxRetries = 0 };
        });

        var error = await Assert.ThrowsAnyAsync<CloudSigmaException>(() => client.Drives.UploadAsync(cloud.Write("d", new byte[1000]), Links));

        Assert.NotNull(link);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", (error as CloudSigmaApiException)?.Body ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_to_the_begin_of_an_upload_says_what_to_look_for()
    {
        await using var cloud = await TransferFixture.StartAsync();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.DropAfter, Method = "POST", Path = "initupload/" });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => cloud.Client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(MiB)), Links));

        Assert.Contains("look for one named 'd' of 1048576 bytes that is 'uploading'", error.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Emulator.Requests, static r => r.Path.EndsWith("/initupload/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_told_and_throws_leaves_no_drive_behind()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", TransferFixture.Bytes(MiB));

        var ticket = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.UploadAsync(
            file, Links with { Tickets = new SynchronousProgress<UploadTicket>(static _ => throw new InvalidTimeZoneException()) }));
        Assert.IsType<InvalidTimeZoneException>(ticket.InnerException);
        // Also what looks like a broken network or a cancellation, and also at the very end.
        foreach (var (strategy, thrown) in new (UploadStrategy, Exception)[] { (UploadStrategy.Raw, new IOException()), (UploadStrategy.ChunkLinks, new OperationCanceledException()) })
        {
            var report = new SynchronousProgress<TransferProgress>(p =>
            {
                if (p.Bytes == p.TotalBytes) throw thrown;
            });
            var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.UploadAsync(file, new UploadDriveOptions { Strategy = strategy }, report));
            Assert.Same(thrown, error.InnerException);
        }

        Assert.Empty(await cloud.DrivesAsync());
    }

    [Theory]
    [InlineData(UploadStrategy.Raw)]
    [InlineData(UploadStrategy.ChunkLinks)]
    public async Task A_wrong_password_is_told_before_the_bytes_are_sent(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var client = cloud.Connect(CloudSigmaCredential.Basic("user@example.com", "wrong"), o => o.UploadEndpoint = cloud.Emulator.DirectEndpoint);

        await Assert.ThrowsAsync<AuthenticationException>(() => client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(4 * MiB)), new UploadDriveOptions { Strategy = strategy }));

        Assert.Equal(0, cloud.Emulator.Requests.Where(static r => r.Path.Contains("upload", StringComparison.Ordinal)).Sum(static r => r.BytesReceived > 1000 ? r.BytesReceived : 0));
    }

    [Fact]
    public async Task Nobody_who_listens_is_a_connection_error()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var client = cloud.Connect(change: static o =>
        {
            o.UploadEndpoint = new Uri("http://127.0.0.1:1/api/2.0/");
            o.Retry = o.Retry with { MaxRetries = 1 };
        });

        var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => client.Drives.UploadAsync(cloud.Write("d", TransferFixture.Bytes(1000))));

        Assert.Contains("http://127.0.0.1:1/api/2.0/drives/upload/", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UploadStrategy.Raw)]
    [InlineData(UploadStrategy.ChunkLinks)]
    [InlineData(UploadStrategy.Resumable)]
    public async Task A_file_that_grows_or_shrinks_while_it_is_sent_makes_no_drive(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync();
        foreach (var length in new[] { 2_000_000, 4_000_000 })
        {
            var file = cloud.Write("d", TransferFixture.Bytes(3_000_000));
            var changed = false;
            var progress = new SynchronousProgress<TransferProgress>(_ =>
            {
                // The first report comes before the first byte.
                if (changed) return;
                changed = true;
                using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                RandomAccess.SetLength(handle, length);
            });

            await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.UploadAsync(
                file, new UploadDriveOptions { Strategy = strategy, TicketFile = strategy == UploadStrategy.Raw ? null : cloud.PathOf("ticket") }, progress));

            Assert.Empty(await cloud.DrivesAsync());
            Assert.Equal(["d"], cloud.Files());
        }
    }

    [Fact]
    public async Task A_file_that_is_written_to_while_it_is_sent_makes_no_drive()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", TransferFixture.Bytes(MiB));
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var progress = new SynchronousProgress<TransferProgress>(_ => File.SetLastWriteTimeUtc(file, new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

        var error = await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.UploadAsync(file, Links, progress));

        Assert.Contains("written to", error.Message, StringComparison.Ordinal);
        Assert.Empty(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_source_that_fails_is_not_taken_for_the_network()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var source = UploadSource.FromFactory(static offset => offset == 0 ? new OneWayStream(new byte[200_000]) : throw new IOException("The disk is on fire."), 400_000);

        var error = await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.UploadAsync(source, Links with { Name = "d" }));

        Assert.Contains("on fire", error.Message, StringComparison.Ordinal);
        Assert.Empty(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_factory_with_too_few_bytes_makes_no_drive()
    {
        await using var cloud = await TransferFixture.StartAsync();
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks })
        {
            var source = UploadSource.FromFactory(static offset => new OneWayStream(new byte[Math.Max(0, 300_000 - offset)]), 400_000);

            await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.UploadAsync(source, Links with { Name = "d", Strategy = strategy, ChunkSize = strategy == UploadStrategy.Raw ? null : ByteSize.KiB(64) }));

            Assert.Empty(await cloud.DrivesAsync());
        }
    }

    [Theory]
    [InlineData(UploadStrategy.Raw)]
    [InlineData(UploadStrategy.ChunkLinks)]
    public async Task Cancelling_at_any_stage_leaves_nothing(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync(static o => o.Speed = 20);
        foreach (var stage in new[] { TransferStage.Transferring, TransferStage.Completing, TransferStage.Verifying })
        {
            using var stop = new CancellationTokenSource();
            var progress = new SynchronousProgress<TransferProgress>(p =>
            {
                if (p.Stage == stage) stop.Cancel();
            });

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cloud.Client.Drives.UploadAsync(
                cloud.Write("d", TransferFixture.Bytes(3 * MiB)), new UploadDriveOptions { Strategy = strategy, Verification = UploadVerification.Everything }, progress, stop.Token));

            Assert.Empty(await cloud.DrivesAsync());
        }

        Assert.Equal(["d"], cloud.Files());
    }

    [Fact]
    public async Task A_connection_on_which_nothing_moves_counts_as_broken()
    {
        await using var cloud = await TransferFixture.StartAsync(static o => o.Speed = 1000);
        var time = new ManualTimeProvider();
        var stalled = new TaskCompletionSource();
        var source = UploadSource.FromFactory(_ => new StallingStream(stalled), 100_000);
        var client = cloud.Connect(change: o =>
        {
            o.TimeProvider = time;
            o.Retry = o.Retry with { MaxRetries = 0 };
        });

        var upload = client.Drives.UploadAsync(source, Links with { Name = "d", StallTimeout = TimeSpan.FromSeconds(30), CheckFormat = false });
        await stalled.Task;
        time.Advance(TimeSpan.FromSeconds(31));

        var error = await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => upload);
        Assert.Contains("nothing moved for 30 seconds", error.Message, StringComparison.Ordinal);
        Assert.Empty(await cloud.DrivesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_takes_no_bytes_holds_nobody_for_ever(bool cancels)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var time = new ManualTimeProvider();
        var arrived = new TaskCompletionSource();
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), token);
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return false;
        });
        var client = cloud.Connect(change: o =>
        {
            o.TimeProvider = time;
            o.UploadEndpoint = server.Endpoint;
        });
        var file = cloud.PathOf("d");
        using (var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write)) RandomAccess.SetLength(handle, 200 * MiB);
        using var stop = new CancellationTokenSource();

        // Large enough to be sent by a thread of its own, and to fill every buffer on the way.
        var upload = client.Drives.UploadAsync(file, new UploadDriveOptions { Strategy = UploadStrategy.Raw, StallTimeout = TimeSpan.FromSeconds(30) }, cancellationToken: stop.Token);
        await arrived.Task;
        if (cancels) await stop.CancelAsync();
        else await time.RunUntilCompletedAsync(upload);

        if (cancels) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        else Assert.Contains("nothing moved for 30 seconds", (await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => upload)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_bytes_than_those_of_the_source_are_found_when_asked_for()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(MiB);
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks })
        {
            // The first bytes that leave are others than those that are read later.
            var reads = 0;
            var source = UploadSource.FromFactory(
                offset =>
                {
                    var copy = bytes[(int)offset..];
                    if (offset == 0 && Interlocked.Increment(ref reads) == 2) copy[50_000] ^= 1;
                    return new OneWayStream(copy);
                },
                bytes.Length);

            var error = await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.UploadAsync(
                source, new UploadDriveOptions { Name = "d", Strategy = strategy, Verification = UploadVerification.Samples }));

            Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
            Assert.Empty(await cloud.DrivesAsync());
        }
    }
}
