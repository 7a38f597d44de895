using System.Diagnostics;
using System.Security.Cryptography;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Transfers that stop in the middle and go on: in this process, and in another one after a kill.</summary>
public class ResumeTests
{
    private const int MiB = 1 << 20;

    private static readonly UploadDriveOptions Links = new() { Strategy = UploadStrategy.ChunkLinks, ChunkSize = ByteSize.KiB(64) };

    [Theory]
    [InlineData(UploadStrategy.ChunkLinks)]
    [InlineData(UploadStrategy.Resumable)]
    public async Task A_cancelled_upload_goes_on_with_its_ticket_file(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(4 * MiB);
        var file = cloud.Write("disk.img", bytes);
        var options = Links with { Strategy = strategy, TicketFile = cloud.PathOf("ticket"), Parallelism = 2 };
        using var stop = new CancellationTokenSource();
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Path = strategy == UploadStrategy.Resumable ? "drives/*/upload/" : "drives/*/chunks/*", Method = "POST", Skip = 30, Times = null });
        var upload = cloud.Client.Drives.UploadAsync(file, options, cancellationToken: stop.Token);
        await TransferFixture.UntilAsync(() => cloud.Chunks.Count(static r => r.Status == 200) >= 30, upload);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        var half = Assert.Single(await cloud.DrivesAsync());
        Assert.Equal(DriveStatus.Uploading, half.Status);
        Assert.Equal(["disk.img", "ticket"], cloud.Files());

        cloud.Emulator.ClearFaults();
        cloud.Emulator.ClearRequests();
        var first = -1L;
        var drive = await cloud.Client.Drives.UploadAsync(file, options, new SynchronousProgress<TransferProgress>(p => first = first < 0 ? p.Bytes : first));

        Assert.Equal(half.Uuid, drive.Uuid);
        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        Assert.Equal(bytes.Length - (30 * 65_536), cloud.Chunks.Sum(static r => r.Status == 200 ? 65_536 : 0));
        // What the answers to the two chunks under way would have said, nobody knows.
        Assert.InRange(first, 28 * 65_536, 30 * 65_536);
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Fact]
    public async Task A_ticket_that_knows_nothing_asks_the_server_about_each_chunk()
    {
        await using var cloud = await TransferFixture.StartAsync();
        foreach (var strategy in new[] { UploadStrategy.ChunkLinks, UploadStrategy.Resumable })
        {
            var bytes = TransferFixture.Bytes(MiB);
            var tickets = new List<UploadTicket>();
            var path = strategy == UploadStrategy.Resumable ? "drives/*/upload/" : "drives/*/chunks/*";
            cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 403, Path = path, Method = "POST", Skip = 10, Times = 4 });
            await Assert.ThrowsAnyAsync<CloudSigmaException>(() => cloud.Connect(change: static o => o.Retry = o.Retry with { MaxRetries = 0 }).Drives.UploadAsync(
                UploadSource.FromStream(new MemoryStream(bytes)), Links with { Name = "d", Strategy = strategy, Parallelism = 1, Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) }));
            Assert.Equal([0L, 10L], tickets[^1].Done);

            cloud.Emulator.ClearFaults();
            cloud.Emulator.ClearRequests();
            var first = UploadTicket.FromJson(tickets[0].ToJson());
            Assert.Empty(first.Done);
            var drive = await cloud.Client.Drives.ResumeUploadAsync(first, UploadSource.FromStream(new OneWayStream(bytes), bytes.Length), new UploadDriveOptions { Name = "d" });

            Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
            Assert.Equal(6, cloud.Chunks.Count(static r => r.Status == 200));
        }
    }

    [Fact]
    public async Task An_upload_whose_last_answer_was_lost_is_found_complete()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(MiB);
        var tickets = new List<UploadTicket>();
        var drive = await cloud.Client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(bytes)), Links with { Name = "d", Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) });

        var again = await cloud.Client.Drives.ResumeUploadAsync(
            tickets[0], UploadSource.FromStream(new MemoryStream(bytes)), new UploadDriveOptions { Name = "renamed", Meta = new Dictionary<string, string> { ["k"] = "v" } });

        Assert.Equal((drive.Uuid, "renamed", "v"), (again.Uuid, again.Name, again.Meta["k"]));
    }

    [Fact]
    public async Task A_ticket_is_for_one_source_one_drive_and_one_cloud()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", TransferFixture.Bytes(MiB));
        var tickets = new List<UploadTicket>();
        var drive = await cloud.Client.Drives.UploadAsync(file, Links with { Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) });
        cloud.Emulator.ClearRequests();
        var ticket = tickets[0];

        var length = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.ResumeUploadAsync(ticket, cloud.Write("e", TransferFixture.Bytes(MiB + 1))));
        var endpoint = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.ResumeUploadAsync(ticket with { Endpoint = new Uri("https://elsewhere/api/2.0/") }, file));
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var modified = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.ResumeUploadAsync(ticket, file));
        Assert.Empty(cloud.Emulator.Requests);
        Assert.Contains("1048577", length.Message, StringComparison.Ordinal);
        Assert.Contains("elsewhere", endpoint.Message, StringComparison.Ordinal);
        Assert.Contains("2020", modified.Message, StringComparison.Ordinal);

        await cloud.Client.Drives.DeleteAsync(drive.Uuid);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Drives.ResumeUploadAsync(ticket with { SourceModified = null }, file));
    }

    [Fact]
    public async Task A_drive_that_was_complete_before_is_never_deleted_nor_renamed()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(MiB);
        var file = cloud.Write("d", bytes);
        var tickets = new List<UploadTicket>();
        var drive = await cloud.Client.Drives.UploadAsync(file, Links with { Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) });
        await cloud.Client.Drives.UpdateAsync((await cloud.Client.Drives.GetAsync(drive.Uuid)) with { Name = "in use" });
        // As if a server had written to it.
        bytes[5] ^= 1;
        var modified = File.GetLastWriteTimeUtc(file);
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, modified);
        cloud.Emulator.ClearRequests();

        await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.ResumeUploadAsync(tickets[0], file, new UploadDriveOptions { Verification = UploadVerification.Everything }));

        Assert.Equal("in use", Assert.Single(await cloud.DrivesAsync()).Name);
        Assert.DoesNotContain(cloud.Emulator.Requests, static r => r.Method is "PUT" or "DELETE");
    }

    [Fact]
    public async Task A_pipe_that_breaks_leaves_an_upload_that_can_be_resumed()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(MiB);
        var options = Links with { Name = "d", TicketFile = cloud.PathOf("ticket"), Parallelism = 1 };

        await Assert.ThrowsAsync<TransferException>(() => cloud.Client.Drives.UploadAsync(UploadSource.FromStream(new OneWayStream(bytes[..500_000]), bytes.Length), options));
        var drive = await cloud.Client.Drives.UploadAsync(UploadSource.FromStream(new OneWayStream(bytes), bytes.Length), options);

        Assert.Equal(drive.Uuid, Assert.Single(await cloud.DrivesAsync()).Uuid);
        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
        Assert.Empty(cloud.Files());
    }

    [Fact]
    public async Task The_end_of_gzip_is_proven_also_by_a_run_that_had_no_use_for_it()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var packed = UploadTests.Compress(TransferFixture.Bytes(MiB));
        packed[^6] ^= 1;
        var file = cloud.Write("d.gz", packed);
        var drive = await cloud.Client.SendAsync(HttpMethod.Post, "initupload/", System.Text.Json.Nodes.JsonNode.Parse("""{"name":"d","size":1048576,"media":"disk"}"""));
        var ticket = new UploadTicket
        {
            Drive = drive.GetProperty("objects")[0].GetProperty("uuid").GetGuid(),
            Endpoint = cloud.Emulator.Endpoint,
            Length = MiB,
            ChunkSize = 65_536,
            Strategy = UploadStrategy.ChunkLinks,
            Done = [8, 16],
        };
        // An earlier run has sent the second half.
        foreach (var chunk in Enumerable.Range(8, 8))
        {
            var link = await cloud.Client.SendAsync(HttpMethod.Post, $"drives/{ticket.Drive}/action/?do=upload_chunk", System.Text.Json.Nodes.JsonNode.Parse($$"""{"chunk_number":{{chunk}},"chunk_size":65536}"""));
            using var http = new HttpClient();
            using var content = new ByteArrayContent(new byte[65_536]);
            (await http.PostAsync(new Uri(cloud.Emulator.Endpoint, link.GetProperty("link").GetString()), content)).EnsureSuccessStatusCode();
        }

        await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.ResumeUploadAsync(ticket, file, new UploadDriveOptions { DecompressedLength = new ByteSize(MiB) }));

        Assert.Empty(await cloud.DrivesAsync());
    }

    [Fact]
    public async Task A_ticket_whose_drive_is_gone_says_which_file_to_delete()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", TransferFixture.Bytes(MiB));
        var tickets = new List<UploadTicket>();
        var drive = await cloud.Client.Drives.UploadAsync(file, Links with { Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) });
        await cloud.Client.Drives.DeleteAsync(drive.Uuid);
        tickets[0].Save(cloud.PathOf("ticket"));

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Drives.UploadAsync(file, Links with { TicketFile = cloud.PathOf("ticket") }));

        Assert.Contains($"delete the ticket '{cloud.PathOf("ticket")}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_that_cannot_be_made_is_refused_before_the_rest_is_sent()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(MiB);
        var tickets = new List<UploadTicket>();
        await cloud.Client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(bytes)), Links with { Name = "d", Tickets = new SynchronousProgress<UploadTicket>(tickets.Add) });
        cloud.Emulator.ClearRequests();

        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.ResumeUploadAsync(
            tickets[0], UploadSource.FromStream(new OneWayStream(bytes), bytes.Length), new UploadDriveOptions { Name = "d", Verification = UploadVerification.Samples }));

        Assert.Empty(cloud.Emulator.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"drive":"00000000-0000-0000-0000-000000000000","endpoint":"http://x/","length":1,"chunk_size":1,"strategy":"ChunkLinks"}""")]
    [InlineData("""{"drive":"00000000-0000-0000-0000-000000000001","endpoint":"http://x/","length":1,"chunk_size":0,"strategy":"ChunkLinks"}""")]
    [InlineData("""{"drive":"00000000-0000-0000-0000-000000000001","endpoint":"http://x/","length":1,"chunk_size":1,"strategy":"Raw"}""")]
    [InlineData("""{"drive":"00000000-0000-0000-0000-000000000001","endpoint":"http://x/","length":1,"chunk_size":1,"strategy":"ChunkLinks","done":[1]}""")]
    public async Task What_is_no_ticket_is_refused_and_names_the_file(string text)
    {
        await using var cloud = await TransferFixture.StartAsync();
        await File.WriteAllTextAsync(cloud.PathOf("ticket"), text);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.UploadAsync(cloud.Write("d", [1]), Links with { TicketFile = cloud.PathOf("ticket") }));

        Assert.Contains("ticket' is not the ticket of an upload", error.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Emulator.Requests);
    }

    [Theory]
    [InlineData(UploadStrategy.ChunkLinks)]
    [InlineData(UploadStrategy.Resumable)]
    public async Task An_upload_of_a_killed_process_goes_on_in_another_one(UploadStrategy strategy)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(40 * MiB);
        var file = cloud.Write("disk.img", bytes);
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Path = strategy == UploadStrategy.Resumable ? "drives/*/upload/" : "drives/*/chunks/*", Method = "POST", Skip = 100, Times = null });
        using (var worker = Start(cloud, "upload", file, cloud.PathOf("ticket"), strategy.ToString()))
        {
            await TransferFixture.UntilAsync(() => cloud.Chunks.Count(static r => r.Status == 200) >= 100, worker.WaitForExitAsync());
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        // The ticket was written after 16 MiB at the latest.
        Assert.InRange(UploadTicket.Load(cloud.PathOf("ticket")).Done[^1], 1, 100);
        var half = Assert.Single(await cloud.DrivesAsync());
        cloud.Emulator.ClearFaults();
        cloud.Emulator.ClearRequests();

        using var second = Start(cloud, "upload", file, cloud.PathOf("ticket"), strategy.ToString());
        var uuid = (await second.StandardOutput.ReadToEndAsync()).Trim();
        await second.WaitForExitAsync();

        Assert.Equal((0, half.Uuid.ToString()), (second.ExitCode, uuid));
        Assert.Equal(60, cloud.Chunks.Count(static r => r.Status == 200));
        Assert.Equal(bytes, await cloud.ReadAsync(half.Uuid, bytes.Length));
        Assert.Equal(["disk.img"], cloud.Files());
    }

    [Fact]
    public async Task A_download_of_a_killed_process_goes_on_in_another_one()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(64 * MiB);
        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("source", bytes));
        File.Delete(cloud.PathOf("source"));
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Truncate, Bytes = 40 * MiB, Path = "/images/*" });
        cloud.Emulator.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromHours(1), Path = "*/download/", Skip = 1, Times = null });
        using (var worker = Start(cloud, "download", drive.Uuid.ToString(), cloud.PathOf("disk.img")))
        {
            await TransferFixture.UntilAsync(() => cloud.Emulator.Requests.Count(static r => r.Path.StartsWith("/images/", StringComparison.Ordinal)) == 1 && File.Exists(cloud.PathOf("disk.img.part.json")), worker.WaitForExitAsync());
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        Assert.Equal(["disk.img.part", "disk.img.part.json"], cloud.Files());
        cloud.Emulator.ClearFaults();
        cloud.Emulator.ClearRequests();

        using var second = Start(cloud, "download", drive.Uuid.ToString(), cloud.PathOf("disk.img"));
        var checksum = (await second.StandardOutput.ReadToEndAsync()).Trim();
        await second.WaitForExitAsync();

        Assert.Equal((0, Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant()), (second.ExitCode, checksum));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(cloud.PathOf("disk.img")));
        Assert.InRange(cloud.Emulator.Requests.Where(static r => r.Path.StartsWith("/images/", StringComparison.Ordinal)).Sum(static r => r.BytesSent), 1, bytes.Length - (16 * MiB));
        Assert.Equal(["disk.img"], cloud.Files());
    }

    private static Process Start(TransferFixture cloud, params string[] arguments)
    {
        var account = cloud.Emulator.Accounts[0];
        string[] all = [Path.Combine(AppContext.BaseDirectory, "CloudSigma.Sdk.TransferWorker.dll"), arguments[0], cloud.Emulator.Endpoint.AbsoluteUri, account.Email, account.Password, .. arguments[1..]];
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", all) { RedirectStandardOutput = true })!;
    }
}
