// Faults hit transfers as they hit everything else.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public sealed class TransferFaultTests : TransferTest
{
    [Fact]
    public async Task A_status_is_answered_without_the_body()
    {
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Path = "drives/upload/*" });
        var target = new Uri(Cloud.DirectEndpoint, "drives/upload/");
        using var call = await SocketCall.StartAsync(target, Cloud.Accounts[0], "Expect: 100-continue", "Content-Length: 1000000");
        Assert.StartsWith("HTTP/1.1 503 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal((503, 0L, EmulatorFaultKind.Status), (Cloud.Requests[0].Status, Cloud.Requests[0].BytesReceived, Cloud.Requests[0].Fault));
        (await RawAsync(Noise(1000))).Is(200);
    }

    [Fact]
    public async Task An_upload_is_cut_in_the_middle()
    {
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.DropDuring, Path = "drives/upload/*", Bytes = 300_000 });
        await Assert.ThrowsAsync<HttpRequestException>(() => RawAsync(Noise(MiB)));
        await UntilAsync(() => Cloud.Requests.Count == 1);
        Assert.Equal((0, 300_000L, EmulatorFaultKind.DropDuring), (Cloud.Requests[0].Status, Cloud.Requests[0].BytesReceived, Cloud.Requests[0].Fault));
        Assert.Empty((await GetAsync("drives/")).Objects);
    }

    [Fact]
    public async Task So_is_a_chunk_which_can_then_come_again()
    {
        var image = Noise(MiB);
        var uuid = await BeginAsync(MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.DropDuring, Path = "drives/*/chunks/0/", Bytes = 3 });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendChunkAsync(link, image));
        (await SendChunkAsync(link, image)).Is(200);
        Wait(1);
        Assert.Equal(image, await DownloadAsync(uuid));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public async Task So_is_a_usual_request(int bytes)
    {
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.DropDuring, Method = "POST", Bytes = bytes });
        var body = NewDrive().ToJsonString();
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Client, "POST", "drives/", body));
        await UntilAsync(() => Cloud.Requests.Count == 1);
        Assert.Equal((0, (long)Math.Min(bytes, body.Length)), (Cloud.Requests[0].Status, Cloud.Requests[0].BytesReceived));
        Assert.Empty((await GetAsync("drives/")).Objects);
    }

    [Fact]
    public async Task The_answer_to_a_chunk_that_is_stored_gets_lost()
    {
        var uuid = await BeginAsync(2 * MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.DropAfter, Path = "drives/*/chunks/*" });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendChunkAsync(link, Noise(MiB)));
        await UntilAsync(() => Cloud.Requests[^1].Fault is not null);
        Assert.Equal((0, (long)MiB), (Cloud.Requests[^1].Status, Cloud.Requests[^1].BytesReceived));
        (await SendChunkAsync(link, Noise(MiB))).Is(416);
    }

    [Fact]
    public async Task A_download_breaks_off()
    {
        var image = Noise(MiB);
        var link = await RedirectAsync(await UploadedAsync(image));
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.Truncate, Path = "/images/*", Bytes = 600_000 });
        using var response = await Stranger.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(MiB, response.Content.Headers.ContentLength);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[600_000];
        await body.ReadExactlyAsync(buffer);
        Assert.Equal(image[..600_000], buffer);
        await Assert.ThrowsAnyAsync<IOException>(() => body.ReadExactlyAsync(new byte[1]).AsTask());
        Assert.Equal((200, 600_000L), (Cloud.Requests[^1].Status, Cloud.Requests[^1].BytesSent));
        Assert.Equal(image, await Stranger.GetByteArrayAsync(link));
    }

    [Fact]
    public async Task A_download_drips()
    {
        var image = Noise(MiB);
        var link = await RedirectAsync(await UploadedAsync(image));
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.SlowDrip, Path = "/images/*", Piece = 400_000, Delay = TimeSpan.FromSeconds(1) });
        var start = Clock.GetUtcNow();
        var download = Stranger.GetByteArrayAsync(link);
        await Clock.RunUntilCompletedAsync(download);
        Assert.Equal(image, await download);
        Assert.Equal(TimeSpan.FromSeconds(3), Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Transfers_wait_and_are_cut_before_and_after()
    {
        Cloud.AddFault(new() { Kind = EmulatorFaultKind.Delay, Delay = TimeSpan.FromMinutes(1) });
        var upload = RawAsync(Noise(1000));
        await Clock.AdvanceToNextTimerAsync();
        var uuid = (await upload).Is(200).Text;
        Wait(1);
        var link = await RedirectAsync(uuid);
        foreach (var kind in (EmulatorFaultKind[])[EmulatorFaultKind.DropBefore, EmulatorFaultKind.DropDuring, EmulatorFaultKind.DropAfter])
        {
            // A client that finds a used connection cut tries once more by itself.
            Cloud.AddFault(new() { Kind = kind, Times = null });
            await Assert.ThrowsAsync<HttpRequestException>(() => Stranger.GetByteArrayAsync(link));
            Cloud.ClearFaults();
        }

        Assert.Equal(MiB, (await Stranger.GetByteArrayAsync(link)).Length);
    }

    [Fact]
    public async Task The_fault_is_known_over_HTTP_too()
    {
        var body = """{"kind":"drop-during","path":"drives/upload/*","bytes":5000000000}""";
        (await SendAsync(Client, "POST", "/_emulator/faults", body)).Is(200);
        Assert.Equal(5_000_000_000, (long)(await GetAsync("/_emulator/faults")).First["bytes"]!);
    }
}
