// The server context on the second serial port of a guest.
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class ContextTests : ServerTest
{
    [ExamplesTheory]
    [InlineData("response_context_all")]
    [InlineData("response_context_all_dynamic_robust")]
    [InlineData("response_global_context_all_robust")]
    public async Task The_whole_has_the_members_of_the_documented_answer(string example)
    {
        var documented = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example)));
        await using var line = await OpenAsync(await GuestAsync());
        var ours = await AskAsync(line, "");
        Assert.Empty(new Shape(new HashSet<string>()).Compare(With(documented!.AsObject(), ("global_context", null)), JsonNode.Parse(ours)));
        Assert.Contains("\"mem_perf_threshold\": 0.0, ", ours + ", ", StringComparison.Ordinal);
        Assert.StartsWith("{\"", ours, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "s1")]
    [InlineData("/name", "s1")]
    [InlineData("cpu", "2000")]
    [InlineData("hv_tsc", "false")]
    [InlineData("cpu_model", "")]
    [InlineData("/meta/text", "one\\ntwo\\r\\tthree \"four\" \\ ü\\x01")]
    [InlineData("meta/missing", "")]
    [InlineData("name/more", "")]
    [InlineData("/nics/0/model", "virtio")]
    [InlineData("/nics/0/ip_v4_conf/ip/netmask", "24")]
    [InlineData("/nics/7", "")]
    [InlineData("/nics/x", "")]
    [InlineData("/nics/1/vlan/meta", "{}")]
    [InlineData("/drives/0/drive/name", "d1")]
    [InlineData("global_context", "{}")]
    [InlineData("owner", "")]
    [InlineData("runtime", "")]
    [InlineData("status", "")]
    public async Task A_path_names_a_value(string path, string value)
    {
        await using var line = await OpenAsync(await GuestAsync());
        Assert.Equal(value, await AskAsync(line, path));
    }

    [Fact]
    public async Task Objects_are_one_line_of_json()
    {
        var uuid = await GuestAsync();
        await using var line = await OpenAsync(uuid);
        Assert.Equal("""{"text": "one\ntwo\r\tthree \"four\" \\ ü\u0001"}""", await AskAsync(line, "meta"));
        var address = (await RuntimeAsync(uuid))!["nics"]![0]!["ip_v4"]!["uuid"]!;
        var conf = JsonNode.Parse(await AskAsync(line, "/nics/0/ip_v4_conf"))!;
        Assert.Equal(("dhcp", (string?)address), ((string?)conf["conf"], (string?)conf["ip"]!["uuid"]));
        Assert.Equal("198.18.0.1", (string?)conf["ip"]!["gateway"]);
    }

    [Fact]
    public async Task Changes_are_seen_at_once()
    {
        var uuid = await GuestAsync();
        await using var line = await OpenAsync(uuid);
        Assert.Equal("s1", await AskAsync(line, "name"));
        (await PutAsync($"servers/{uuid}/", With(NewServer("renamed"), ("meta", new JsonObject { ["another_key"] = "a value" })))).Is(200);
        Assert.Equal("renamed", await AskAsync(line, "name"));
        Assert.Equal("a value", await AskAsync(line, "/meta/another_key"));
    }

    [Theory]
    [InlineData("<\r\nname\r\n>")]
    [InlineData("noise > < <\nname\n>")]
    [InlineData("<\nname\nnoise<\nname\n>")]
    public async Task Lines_end_with_lf_or_crlf_and_noise_is_passed_over(string question)
    {
        await using var line = await OpenAsync(await GuestAsync());
        await line.WriteAsync(Encoding.UTF8.GetBytes(question));
        Assert.Equal("s1", await ReadAsync(line));
    }

    [Fact]
    public async Task Questions_may_come_in_pieces_and_together()
    {
        await using var line = await OpenAsync(await GuestAsync());
        foreach (var letter in "<\nname\n>") await line.WriteAsync(new[] { (byte)letter });
        Assert.Equal("s1", await ReadAsync(line));
        await line.WriteAsync(Encoding.UTF8.GetBytes("<\ncpu\n><\nsmp\n>"));
        Assert.Equal("2000", await ReadAsync(line));
        Assert.Equal("1", await ReadAsync(line));
    }

    [Fact]
    public async Task A_path_without_end_is_given_up()
    {
        await using var line = await OpenAsync(await GuestAsync());
        await line.WriteAsync(Encoding.UTF8.GetBytes("<\n" + new string('x', 10_000)));
        Assert.Equal("s1", await AskAsync(line, "name"));
    }

    [Fact]
    public async Task The_line_ends_with_the_guest()
    {
        var uuid = await GuestAsync();
        await using var line = await OpenAsync(uuid);
        Assert.Equal("s1", await AskAsync(line, "name"));
        await ActAsync("servers", uuid, "stop");
        Wait(3);
        Assert.Equal("stopped", await StatusAsync("servers", uuid));
        Assert.True(await HasEndedAsync(line));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cloud.ConnectContextAsync(Guid.Parse(uuid)));
    }

    [Fact]
    public async Task The_address_of_the_port_can_be_asked_for()
    {
        var uuid = await GuestAsync();
        var place = (await PostAsync($"/_emulator/servers/{uuid}/context", new JsonObject())).Is(200).Json;
        Assert.Equal("127.0.0.1", (string?)place["host"]);
        using var client = new TcpClient("127.0.0.1", (int)place["port"]!);
        Assert.Equal("s1", await AskAsync(client.GetStream(), "name"));
        Assert.Equal((int)place["port"]!, (int)(await PostAsync($"/_emulator/servers/{uuid}/context", new JsonObject())).Json["port"]!);
    }

    [Fact]
    public async Task A_guest_without_context_has_no_such_port()
    {
        var uuid = await RunningServerAsync(With(NewServer(), ("context", false)));
        (await PostAsync($"/_emulator/servers/{uuid}/context", new JsonObject())).Refused(403, "permission");
        (await PostAsync($"/_emulator/servers/{Guid.NewGuid()}/context", new JsonObject())).Refused(404, "notexist");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cloud.ConnectContextAsync(Guid.Parse(uuid)));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Cloud.ConnectContextAsync(Guid.NewGuid()));
    }

    private async Task<string> GuestAsync()
    {
        var drive = await DriveAsync();
        var body = With(
            WithNics(Dhcp(), new JsonObject { ["vlan"] = await VlanAsync() }),
            ("drives", new JsonArray(Attachment(drive))),
            ("meta", new JsonObject { ["text"] = "one\ntwo\r\tthree \"four\" \\ ü\u0001" }));
        return await RunningServerAsync(body);
    }

    private Task<Stream> OpenAsync(string uuid) => Cloud.ConnectContextAsync(Guid.Parse(uuid));

    private static async Task<string> AskAsync(Stream line, string path)
    {
        await line.WriteAsync(Encoding.UTF8.GetBytes($"<\n{path}\n>"));
        return await ReadAsync(line);
    }

    // Up to LF and EOT, which are left out.
    private static async Task<string> ReadAsync(Stream line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var bytes = new List<byte>();
        var next = new byte[1];
        do
        {
            await line.ReadExactlyAsync(next, patience.Token);
            bytes.Add(next[0]);
        }
        while (next[0] != 4);
        Assert.Equal((byte)'\n', bytes[^2]);
        Assert.DoesNotContain((byte)'\n', bytes.Take(bytes.Count - 2));
        return Encoding.UTF8.GetString([.. bytes.Take(bytes.Count - 2)]);
    }

    private static async Task<bool> HasEndedAsync(Stream line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            return await line.ReadAsync(new byte[1], patience.Token) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
