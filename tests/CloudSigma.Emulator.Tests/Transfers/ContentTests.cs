// Contents of drives: who shares them, what they cost on the disk, and when they go.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public sealed class ContentTests : TransferTest
{
    [Fact]
    public async Task Copies_and_snapshots_share_the_content_which_goes_with_the_last_of_them()
    {
        var image = Noise(MiB + 100);
        var drive = await UploadedAsync(image);
        var file = Assert.Single(Files());
        var copy = (await ActAsync("drives", drive, "clone")).Is(202).Uuid;
        Wait(10);
        var snapshot = (await PostAsync("snapshots/", new JsonObject { ["drive"] = copy })).Is(201).Uuid;
        Wait(2);
        var remote = (await PostAsync("remotesnapshots/", new JsonObject { ["drive"] = copy, ["location"] = "ZRH" })).Is(201).Uuid;
        Wait(12);
        var second = (await ActAsync("snapshots", snapshot, "clone")).Is(202).Uuid;
        var third = (await ActAsync("remotesnapshots", remote, "clone")).Is(202).Uuid;
        Wait(10);
        (await ActAsync("drives", third, "resize", new JsonObject { ["size"] = 4 * MiB })).Is(202);
        Wait(3);
        Assert.Equal(file, Assert.Single(Files()));
        foreach (var uuid in (string[])[drive, copy, second, third]) Holds(image, await DownloadAsync(uuid));
        Assert.Equal(4 * MiB, (await DownloadAsync(third)).Length);

        foreach (var uuid in (string[])[drive, second, third]) (await DeleteAsync($"drives/{uuid}/")).Is(204);
        (await DeleteAsync($"remotesnapshots/{remote}/")).Is(204);
        Holds(image, await DownloadAsync(copy));
        // It takes its snapshot with it.
        (await DeleteAsync($"drives/{copy}/")).Is(204);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_remote_snapshot_keeps_the_content_of_a_drive_that_has_gone()
    {
        var image = Noise(MiB);
        var drive = await UploadedAsync(image);
        var remote = (await PostAsync("remotesnapshots/", new JsonObject { ["drive"] = drive, ["location"] = "ZRH" })).Is(201).Uuid;
        Wait(12);
        (await DeleteAsync($"drives/{drive}/")).Is(204);
        var copy = (await ActAsync("remotesnapshots", remote, "clone")).Is(202).Uuid;
        Wait(10);
        Holds(image, await DownloadAsync(copy));
    }

    [Fact]
    public async Task A_delete_that_is_taken_back_keeps_the_content()
    {
        var image = Noise(MiB);
        var drive = await UploadedAsync(image);
        var both = new JsonArray(new JsonObject { ["uuid"] = drive }, new JsonObject { ["uuid"] = Guid.NewGuid().ToString() });
        (await DeleteAsync("drives/", both)).Refused(404, "notexist");
        Holds(image, await DownloadAsync(drive));
    }

    [Fact]
    public async Task Zeros_cost_nothing()
    {
        var image = new byte[8 * MiB];
        await UploadedAsync(image);
        Assert.Empty(Files());
        // One byte costs one block, wherever it is.
        image[(5 * MiB) + 77] = 1;
        var uuid = await UploadedAsync(image);
        Assert.InRange(Blocks(Assert.Single(Files())), 1, 16);
        Holds(image, await DownloadAsync(uuid));
    }

    [Fact]
    public async Task A_drive_of_100_GB_costs_nothing()
    {
        const long size = 100_000_000_000;
        var uuid = await BeginAsync(size);
        const long chunk = size / 2;
        Assert.Empty(Files());
        (await AskAsync(uuid, 1, chunk)).Is(200);
        var usual = await DriveAsync(NewDrive(size: size));
        Assert.Empty(Files());
        Assert.Equal([0, 0, 0], await DownloadAsync(usual, "bytes=99999999990-99999999992"));
    }

    [Fact]
    public async Task Holes_and_data_are_told_apart_in_every_part()
    {
        var image = new byte[3 * MiB];
        foreach (var (start, length) in ((int Start, int Length)[])[(100, 50), (300_000, 1), (524_288, 70_000), ((2 * MiB) - 1, 2)])
            Noise(length, start).CopyTo(image, start);
        var uuid = await BeginAsync(image.Length);
        for (var i = 2; i >= 0; i--) (await SendChunkAsync(await LinkAsync(uuid, i, MiB), image[(i * MiB)..((i + 1) * MiB)])).Is(200);
        Wait(1);
        Holds(image, await DownloadAsync(uuid));
        foreach (var (from, to) in ((int From, int To)[])[(0, 99), (99, 151), (4095, 4096), (299_999, 300_001), (594_287, 594_290), (MiB - 2, MiB + 2), ((2 * MiB) - 2, (2 * MiB) + 1)])
            Assert.Equal(image[from..(to + 1)], await DownloadAsync(uuid, $"bytes={from}-{to}"));
    }

    [Fact]
    public async Task A_drive_of_the_library_is_zeros()
    {
        var uuid = (string)(await GetAsync("libdrives/?limit=1")).First["uuid"]!;
        Assert.Equal(new byte[20], await DownloadAsync(uuid, "bytes=1000-1019"));
    }

    [Fact]
    public async Task A_reset_and_the_end_delete_everything()
    {
        await UploadedAsync(Noise(MiB));
        Assert.Single(Files());
        Cloud.Reset();
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        await UploadedAsync(Noise(MiB));
        Assert.Single(Files());
        await Cloud.DisposeAsync();
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public async Task An_upload_that_is_under_way_at_a_reset_leaves_nothing()
    {
        var target = new Uri(Cloud.DirectEndpoint, "drives/upload/");
        using var call = await SocketCall.StartAsync(target, Cloud.Accounts[0], "Expect: 100-continue", $"Content-Length: {2 * MiB}");
        await call.ReadHeadAsync();
        Cloud.Reset();
        await call.SendAsync(Noise(2 * MiB));
        Assert.StartsWith("HTTP/1.1 500 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Contains("The cloud has been reset", Assert.Single(Cloud.Requests[^1].Warnings), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public async Task A_seed_makes_no_uploads() =>
        (await PostAsync("/_emulator/seed", new JsonObject { ["initupload"] = 1 })).Refused(400, "validation", "initupload");

    [Fact]
    public async Task A_download_goes_on_when_the_drive_goes()
    {
        var image = Noise(32 * MiB);
        var uuid = await UploadedAsync(image);
        using var response = await Stranger.GetAsync(await RedirectAsync(uuid), HttpCompletionOption.ResponseHeadersRead);
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        Holds(image, await response.Content.ReadAsByteArrayAsync());
        await UntilAsync(() => Files().Length == 0);
    }

    [Fact]
    public async Task An_ephemeral_drive_cannot_be_downloaded()
    {
        var uuid = (await PostAsync("drives/", With(NewDrive(), ("storage_type", "local_nvme")))).Is(201).Uuid;
        Wait(3);
        (await GetAsync($"drives/{uuid}/download/")).Refused(403, "permission");
        (await GetAsync($"drives/{Guid.NewGuid()}/download/")).Refused(404, "notexist");
        Assert.Equal(401, (await SendAsync(Stranger, "GET", new Uri(Cloud.Endpoint, $"drives/{uuid}/download/").AbsoluteUri)).Status);
    }

    // How many blocks of 512 bytes a file takes.
    private static long Blocks(string file)
    {
        using var stat = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("stat", [OperatingSystem.IsMacOS() ? "-f%b" : "-c%b", file]) { RedirectStandardOutput = true })!;
        return long.Parse(stat.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
