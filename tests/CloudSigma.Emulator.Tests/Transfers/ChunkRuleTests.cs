// The rules of uploads in chunks: numbers, lengths, links, and chunks that come twice or break off.
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public sealed class ChunkRuleTests : TransferTest
{
    [Theory]
    [InlineData("""{"name":"a","media":"disk","size":2000000}""")]
    [InlineData("""[{"name":"a","media":"disk","size":2000000}]""")]
    [InlineData("""{"objects":[{"name":"a","media":"disk","size":2000000}]}""")]
    public async Task An_upload_begins_in_all_forms_of_a_body(string body)
    {
        var answer = (await SendAsync(Client, "POST", $"initupload/?avoid={Guid.NewGuid()}", body)).Is(201);
        Assert.Equal(("uploading", 2000000L, "dssd"), ((string?)answer.First["status"], (long)answer.First["size"]!, (string?)answer.First["storage_type"]));
        Assert.Equal($"/api/2.0/drives/{answer.Uuid}/", answer.Message.Headers.Location!.ToString());
        Assert.Empty(Cloud.Requests[^1].Warnings);
        Assert.Equal("init_upload", (string?)(await GetAsync("logs/")).First["action"]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("media")]
    [InlineData("size")]
    public async Task What_is_required_is_missed(string member)
    {
        var body = NewUpload(MiB);
        body.Remove(member);
        (await PostAsync("initupload/", body)).Refused(400, "validation", member);
    }

    [Fact]
    public async Task Other_members_are_ignored_with_a_warning()
    {
        var answer = (await PostAsync("initupload/", With(NewUpload(MiB), ("tags", new JsonArray()), ("storage_type", "dssd")))).Is(201);
        Assert.Equal("Unknown member \"tags\" was ignored.", Assert.Single(Cloud.Requests[^1].Warnings));
        Assert.Empty(answer.First["tags"]!.AsArray());
        (await PostAsync("initupload/", With(NewUpload(MiB), ("storage_type", "local_nvme")))).Refused(403, "permission");
        (await PostAsync("initupload/", NewUpload((1L << 40) + 1))).Refused(400, "validation", "size");
        (await PostAsync("initupload/", NewUpload(0))).Refused(400, "validation", "size");
    }

    [Theory]
    [InlineData(-1, MiB, "chunk_number")]
    [InlineData(2, MiB, "chunk_number")]
    [InlineData(0, 0, "chunk_size")]
    public async Task Numbers_and_sizes_have_limits(long number, long size, string point)
    {
        var uuid = await BeginAsync((2 * MiB) + 5);
        (await AskAsync(uuid, number, size)).Refused(400, "validation", point);
        (await AskAsync(uuid, 1, MiB)).Is(200);
        (await AskAsync(uuid, 1, MiB + 1)).Refused(400, "validation", "chunk_size");
        (await ActAsync("drives", uuid, "upload_chunk", [])).Refused(400, "validation", "chunk_number");
    }

    [Fact]
    public async Task An_image_smaller_than_a_chunk_is_one_chunk()
    {
        var uuid = await BeginAsync(10);
        (await AskAsync(uuid, 1, MiB)).Refused(400, "validation", "chunk_number");
        (await SendChunkAsync(await LinkAsync(uuid, 0, MiB), Noise(10))).Is(200);
        Wait(1);
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
    }

    [Fact]
    public async Task A_chunk_that_is_there_is_answered_with_416()
    {
        var uuid = await BeginAsync(2 * MiB);
        var link = await LinkAsync(uuid, 1, MiB);
        (await SendChunkAsync(link, Noise(MiB))).Is(200);
        foreach (var answer in (Answer[])[await AskAsync(uuid, 1, MiB), await SendChunkAsync(link, Noise(MiB, 2))])
        {
            Assert.Equal((416, "Chunk 1 is already uploaded"), (answer.Status, answer.Text));
            Assert.Equal("text/plain", answer.Message.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_link_ends_after_five_minutes_and_leads_to_one_chunk_only()
    {
        var uuid = await BeginAsync(2 * MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        (await SendChunkAsync(new Uri(link.AbsoluteUri.Replace("chunks/0", "chunks/1", StringComparison.Ordinal)), Noise(MiB))).Refused(404, "notexist");
        (await SendChunkAsync(new Uri(link, "?token=wrong"), Noise(MiB))).Refused(404, "notexist");
        Wait(300);
        (await SendChunkAsync(link, Noise(MiB))).Refused(404, "notexist");
        (await SendChunkAsync(await LinkAsync(uuid, 0, MiB), Noise(MiB))).Is(200);
    }

    [Theory]
    [InlineData(MiB - 1)]
    [InlineData(MiB + 1)]
    public async Task A_body_of_another_length_is_refused_and_not_stored(int length)
    {
        var uuid = await BeginAsync(2 * MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        (await SendChunkAsync(link, Noise(length))).Refused(400, "validation");
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new ByteArrayContent(Noise(length)) };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(400, (int)(await Stranger.SendAsync(request)).StatusCode);
        Assert.Empty(Files());
        (await SendChunkAsync(link, Noise(MiB))).Is(200);
    }

    [Fact]
    public async Task Nothing_of_a_body_that_broke_off_remains()
    {
        var uuid = await BeginAsync(MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        using (var call = await SocketCall.StartAsync(link, account: null, $"Content-Length: {MiB}"))
        {
            await call.SendAsync(Noise(700_000));
            await UntilAsync(() => Files().Length == 1);
        }

        await UntilAsync(() => Cloud.Requests[^1] is { Status: 0, BytesReceived: 700_000 });
        // The same chunk is zeros this time.
        (await SendChunkAsync(link, new byte[MiB])).Is(200);
        Wait(1);
        Assert.Equal(new byte[MiB], await DownloadAsync(uuid));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Of_two_bodies_for_one_chunk_the_first_complete_one_wins()
    {
        var uuid = await BeginAsync(MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        var (slow, quick) = (Noise(MiB, 1), Noise(MiB, 2));
        using var call = await SocketCall.StartAsync(link, account: null, $"Content-Length: {MiB}");
        await call.SendAsync(slow[..700_000]);
        await UntilAsync(() => Files().Length == 1);
        (await SendChunkAsync(link, quick)).Is(200);
        await call.SendAsync(slow[700_000..]);
        Assert.StartsWith("HTTP/1.1 416 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
        Wait(1);
        Assert.Equal(quick, await DownloadAsync(uuid));
    }

    [Fact]
    public async Task A_drive_that_is_uploading_can_do_nothing_but_go()
    {
        var uuid = await BeginAsync(MiB);
        var link = await LinkAsync(uuid, 0, MiB);
        (await ActAsync("drives", uuid, "clone")).Refused(403, "permission");
        (await ActAsync("drives", uuid, "resize", new JsonObject { ["size"] = 4 * MiB })).Refused(403, "permission");
        (await PostAsync("snapshots/", new JsonObject { ["drive"] = uuid })).Refused(403, "permission");
        (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))))).Refused(403, "permission", "drives.drive");
        (await GetAsync($"drives/{uuid}/download/")).Refused(403, "permission");
        (await PutAsync($"drives/{uuid}/", With(NewUpload(MiB), ("name", "renamed")))).Is(200);
        Assert.Equal("uploading", await StatusAsync("drives", uuid));
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        (await SendChunkAsync(link, Noise(MiB))).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_usual_drive_takes_no_chunks()
    {
        var uuid = await DriveAsync();
        const string message = "Cannot upload to drive in state \"unmounted\". Drive should be in state \"['uploading']\"";
        (await AskAsync(uuid, 0, MiB)).Refused(403, "permission", message: message);
        (await GetAsync($"drives/{uuid}/upload/?resumableChunkNumber=1")).Refused(403, "permission", message: message);
        (await PutAsync($"drives/{uuid}/", NewDrive())).Is(200);
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
    }

    [Theory]
    [InlineData("resumableChunkNumber=0&resumableChunkSize=1048576&resumableTotalSize=2097152", 400, "resumableChunkNumber")]
    [InlineData("resumableChunkNumber=3&resumableChunkSize=1048576&resumableTotalSize=2097152", 400, "resumableChunkNumber")]
    [InlineData("resumableChunkNumber=1&resumableChunkSize=1048575&resumableTotalSize=2097152", 400, "resumableChunkSize")]
    [InlineData("resumableChunkNumber=1&resumableChunkSize=1048576&resumableTotalSize=2097153", 400, "resumableTotalSize")]
    [InlineData("resumableChunkSize=1048576&resumableTotalSize=2097152", 400, "resumableChunkNumber")]
    [InlineData("resumableChunkNumber=x&resumableChunkSize=1048576&resumableTotalSize=2097152", 400, "resumableChunkNumber")]
    public async Task Members_of_resumable_are_checked(string query, int status, string point)
    {
        var uuid = await BeginAsync(2 * MiB);
        (await AskAsync(uuid, 0, MiB)).Is(200);
        (await GetAsync($"drives/{uuid}/upload/?{query}")).Refused(status, "validation", point);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Noise(MiB)), "file", "blob" } };
        var response = await Client.PostAsync(new Uri($"drives/{uuid}/upload/?{query}", UriKind.Relative), form);
        new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response).Refused(status, "validation", point);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task The_members_of_resumable_may_all_stand_in_the_query()
    {
        var uuid = await BeginAsync(MiB);
        var path = $"drives/{uuid}/upload/?resumableChunkNumber=1&resumableChunkSize={MiB}&resumableTotalSize={MiB}";
        (await FormAsync(path, Noise(MiB - 1))).Refused(400, "validation", "file");
        (await FormAsync(path, Noise(MiB))).Is(200);
        var again = await FormAsync(path, Noise(MiB));
        Assert.Equal((416, "Chunk 1 is already uploaded"), (again.Status, again.Text));
        (await SendAsync(Client, "POST", path, "{}")).Refused(400, "validation");
        Assert.Equal(401, (await SendAsync(Stranger, "GET", new Uri(Cloud.Endpoint, path).AbsoluteUri)).Status);
    }

    [Fact]
    public async Task A_form_that_ends_too_early_stores_nothing()
    {
        var uuid = await BeginAsync(MiB);
        var path = $"drives/{uuid}/upload/?resumableChunkNumber=1&resumableChunkSize={MiB}&resumableTotalSize={MiB}";
        using var content = new ByteArrayContent([.. Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"), .. Noise(MiB)]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content);
        new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response).Refused(400, "validation");
        Assert.Empty(Files());
    }

    private async Task<Answer> FormAsync(string path, byte[] chunk)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(chunk), "file", "blob" } };
        var response = await Client.PostAsync(new Uri(path, UriKind.Relative), form);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
