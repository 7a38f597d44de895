// Screens and consoles of guests over real sockets.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class ScreenTests : ServerTest
{
    [Fact]
    public async Task The_right_password_shows_a_picture()
    {
        var (_, url) = await OpenAsync("vnc");
        using var client = await GuestClient.ConnectAsync(url);
        Assert.Equal([0, 0, 0, 0], await client.LogInAsync("secret12"));
        await client.WriteAsync(1);
        var init = await client.ReadAsync(26);
        Assert.Equal([0, 64, 0, 48], init[..4]);
        Assert.Equal([0, 0, 0, 2], init[20..24]);
        Assert.Equal("s1", System.Text.Encoding.ASCII.GetString(init[24..]));
        await client.WriteAsync(0, 0, 0, 0, 8, 8, 0, 1, 0, 7, 0, 7, 0, 3, 0, 3, 6, 0, 0, 0);
        await client.WriteAsync(2, 0, 0, 1, 0, 0, 0, 0);
        await client.WriteAsync(4, 1, 0, 0, 0, 0, 0, 97);
        await client.WriteAsync(5, 0, 0, 1, 0, 1);
        await client.WriteAsync(6, 0, 0, 0, 0, 0, 0, 2, 104, 105);
        await client.WriteAsync(3, 1, 0, 0, 0, 0, 0, 64, 0, 48);
        await client.WriteAsync(3, 0, 0, 0, 0, 0, 0, 64, 0, 48);
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 0, 64, 0, 48, 0, 0, 0, 0], await client.ReadAsync(16));
        Assert.All(await client.ReadAsync(64 * 48), static pixel => Assert.Equal(0, pixel));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("Secret12")]
    public async Task A_wrong_password_is_told_and_ends_the_connection(string password)
    {
        var (_, url) = await OpenAsync("vnc");
        using var client = await GuestClient.ConnectAsync(url);
        Assert.Equal([0, 0, 0, 1], await client.LogInAsync(password));
        Assert.Equal([0, 0, 0, 21], await client.ReadAsync(4));
        Assert.Equal("The password is wrong", await client.ReadTextAsync(21));
        Assert.True(await client.HasEndedAsync());
    }

    [Fact]
    public async Task Only_eight_characters_of_the_password_count()
    {
        var (_, url) = await OpenAsync("vnc", "longer password");
        using var client = await GuestClient.ConnectAsync(url);
        Assert.Equal([0, 0, 0, 0], await client.LogInAsync("longer pillow"));
    }

    [Fact]
    public async Task Version_3_3_is_told_the_type_and_gets_no_reason()
    {
        var (_, url) = await OpenAsync("vnc");
        using var client = await GuestClient.ConnectAsync(url);
        await client.ReadAsync(12);
        await client.WriteTextAsync("RFB 003.003\n");
        Assert.Equal([0, 0, 0, 2], await client.ReadAsync(4));
        await client.ReadAsync(16);
        await client.WriteAsync(new byte[16]);
        Assert.Equal([0, 0, 0, 1], await client.ReadAsync(4));
        Assert.True(await client.HasEndedAsync());
    }

    [Theory]
    [InlineData("RFB 004.000\n")]
    [InlineData("GET / HTTP/1")]
    public async Task Other_protocols_are_hung_up_on(string version)
    {
        var (_, url) = await OpenAsync("vnc");
        using var client = await GuestClient.ConnectAsync(url);
        await client.ReadAsync(12);
        await client.WriteTextAsync(version);
        Assert.True(await client.HasEndedAsync());
    }

    [Fact]
    public async Task A_type_of_security_that_is_not_offered_is_refused()
    {
        var (_, url) = await OpenAsync("vnc");
        using var client = await GuestClient.ConnectAsync(url);
        await client.ReadAsync(12);
        await client.WriteTextAsync("RFB 003.008\n");
        await client.ReadAsync(2);
        await client.WriteAsync(1);
        Assert.Equal([0, 0, 0, 1], await client.ReadAsync(4));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    public async Task A_console_asks_for_the_password_and_then_gives_back_what_is_typed(string end)
    {
        var (_, url) = await OpenAsync("console");
        Assert.StartsWith("csconsole://127.0.0.1:", url, StringComparison.Ordinal);
        using var client = await GuestClient.ConnectAsync(url);
        Assert.Equal("Password: ", await client.ReadTextAsync(10));
        await client.WriteTextAsync("secret12" + end);
        Assert.Equal("\r\nConnected\r\n", await client.ReadTextAsync(13));
        await client.WriteTextAsync("uname -a\r");
        Assert.Equal("uname -a\r", await client.ReadTextAsync(9));
    }

    [Fact]
    public async Task A_wrong_password_ends_the_console()
    {
        var (_, url) = await OpenAsync("console");
        foreach (var typed in (string[])["secret1\n", new string('x', 300)])
        {
            using var client = await GuestClient.ConnectAsync(url);
            await client.ReadAsync(10);
            await client.WriteTextAsync(typed);
            Assert.Equal("\r\nWrong password\r\n", await client.ReadTextAsync(18));
            Assert.True(await client.HasEndedAsync());
        }
    }

    [Theory]
    [InlineData("vnc")]
    [InlineData("console")]
    public async Task Each_opening_has_another_port_and_closes_the_one_before(string kind)
    {
        var (uuid, first) = await OpenAsync(kind);
        using var client = await GuestClient.ConnectAsync(first);
        await client.ReadAsync(1);
        var second = (string)(await ActAsync("servers", uuid, $"open_{kind}")).Is(202).Object[$"{kind}_url"]!;
        Assert.NotEqual(first, second);
        Assert.True(await GuestClient.IsClosedAsync(first));
        await client.ReadToEndAsync();
        (await ActAsync("servers", uuid, $"close_{kind}")).Is(202);
        Assert.True(await GuestClient.IsClosedAsync(second));
        var third = (string)(await ActAsync("servers", uuid, $"open_{kind}")).Object[$"{kind}_url"]!;
        Assert.NotEqual(second, third);
        (await ActAsync("servers", uuid, $"close_{kind}")).Is(202);
        (await ActAsync("servers", uuid, $"close_{kind}")).Is(202);
    }

    [Theory]
    [InlineData("vnc", "stop")]
    [InlineData("console", "stop")]
    [InlineData("vnc", "restart")]
    [InlineData("console", "restart")]
    public async Task Stop_and_restart_close_it(string kind, string action)
    {
        var (uuid, url) = await OpenAsync(kind);
        (await ActAsync("servers", uuid, action)).Is(202);
        Assert.True(await GuestClient.IsClosedAsync(url));
    }

    [Theory]
    [InlineData("vnc")]
    [InlineData("console")]
    public async Task A_shutdown_closes_it_at_its_end(string kind)
    {
        var (uuid, url) = await OpenAsync(kind);
        await ActAsync("servers", uuid, "shutdown");
        Assert.False(await GuestClient.IsClosedAsync(url));
        Cloud.AdvanceTime(TimeSpan.FromSeconds(6));
        Assert.True(await GuestClient.IsClosedAsync(url));
    }

    [Theory]
    [InlineData("open_vnc")]
    [InlineData("open_console")]
    public async Task Only_a_running_guest_has_a_screen(string action)
    {
        var uuid = await ServerAsync();
        (await ActAsync("servers", uuid, action)).Refused(403, "permission");
        await ActAsync("servers", uuid, "start");
        (await ActAsync("servers", uuid, action)).Refused(403, "permission");
    }

    [Fact]
    public async Task The_number_of_connections_has_a_bound_and_they_make_room()
    {
        var (_, url) = await OpenAsync("vnc");
        var clients = new List<GuestClient>();
        for (var i = 0; i < 8; i++)
        {
            clients.Add(await GuestClient.ConnectAsync(url));
            await clients[^1].ReadAsync(12);
        }

        using (var late = await GuestClient.ConnectAsync(url)) Assert.True(await late.HasEndedAsync());
        await clients[0].WriteTextAsync("RFB 000.000\n");
        Assert.True(await clients[0].HasEndedAsync());
        using var next = await GuestClient.ConnectAsync(url);
        Assert.Equal("RFB 003.008\n", await next.ReadTextAsync(12));
        foreach (var client in clients) client.Dispose();
    }

    [Fact]
    public async Task A_reset_and_the_end_of_the_emulator_leave_nothing_behind()
    {
        var urls = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            foreach (var kind in (string[])["vnc", "console"]) urls.Add((await OpenAsync(kind)).Url);
        }

        using var client = await GuestClient.ConnectAsync(urls[0]);
        await client.ReadAsync(12);
        Cloud.Reset();
        foreach (var url in urls) Assert.True(await GuestClient.IsClosedAsync(url));
        Assert.True(await client.HasEndedAsync());
        var last = (await OpenAsync("vnc")).Url;
        await Cloud.DisposeAsync();
        Assert.True(await GuestClient.IsClosedAsync(last));
    }

    private async Task<(string Uuid, string Url)> OpenAsync(string kind, string password = "secret12")
    {
        var uuid = await RunningServerAsync(With(NewServer(), ("vnc_password", password)));
        var answer = (await ActAsync("servers", uuid, $"open_{kind}")).Is(202).Object;
        Assert.Equal(($"open_{kind}", "success", uuid), ((string?)answer["action"], (string?)answer["result"], (string?)answer["uuid"]));
        return (uuid, (string)answer[$"{kind}_url"]!);
    }
}
