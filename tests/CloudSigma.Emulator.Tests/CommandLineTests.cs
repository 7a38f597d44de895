// "cloudsigma emulator" as a child process.
using System.Diagnostics;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_command_prints_its_endpoint_at_once_answers_and_stops_on_a_signal()
    {
        using var process = Start("emulator", "--port", "0", "--speed", "1000", "--seed", "7");
        try
        {
            var endpoint = (await process.StandardOutput.ReadLineAsync())!.Split(' ')[1];
            Assert.Equal("account user@example.com secret", await process.StandardOutput.ReadLineAsync());
            Assert.StartsWith("upload http://127.0.0.1:", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            using var client = EmulatorTest.NewClient(new Uri(endpoint), EmulatorAccount.WellKnown);
            Assert.Equal(200, (await EmulatorTest.SendAsync(client, "GET", "drives/")).Status);

            using var kill = Process.Start("/bin/kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync(Patience());
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task Passwords_of_own_accounts_are_not_printed()
    {
        using var process = Start("emulator", "--port", "0", "--user", "me@example.com:hush-hush", "--user", "you@example.com:quiet");
        await process.StandardOutput.ReadLineAsync();
        Assert.Equal("account me@example.com (as given)", await process.StandardOutput.ReadLineAsync());
        Assert.Equal("account you@example.com (as given)", await process.StandardOutput.ReadLineAsync());
        process.Kill();
    }

    [Fact]
    public async Task Ways_to_sign_in_tokens_and_limits_can_be_chosen()
    {
        using var process = Start(
            "emulator", "--port", "0", "--auth", "bearer,digest", "--rate-limits", "--user", "a@example.com:x", "--user", "b@example.com:y", "--token", "t-a", "--token", "t-b");
        try
        {
            var endpoint = new Uri((await process.StandardOutput.ReadLineAsync())!.Split(' ')[1]);
            using var basic = EmulatorTest.NewClient(endpoint, new EmulatorAccount("a@example.com", "x"));
            var refusal = (await EmulatorTest.SendAsync(basic, "GET", "profile/")).Refused(401, "permission");
            Assert.Equal("Digest", Assert.Single(refusal.Message.Headers.WwwAuthenticate).Scheme);
            using var bearer = EmulatorTest.NewClient(endpoint, account: null);
            bearer.DefaultRequestHeaders.Authorization = new("Bearer", "t-b");
            Assert.Equal("b@example.com", (string?)(await EmulatorTest.SendAsync(bearer, "GET", "profile/")).Is(200).Json["email"]);
            for (var i = 0; i < 1000; i++) (await EmulatorTest.SendAsync(bearer, "DELETE", "drives/x/")).Is(404);
            (await EmulatorTest.SendAsync(bearer, "DELETE", "drives/x/")).Refused(429, "ratelimit");
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Without_ssh_keygen_an_ed25519_key_is_refused_with_the_reason()
    {
        using var process = Start(static start => start.Environment["PATH"] = "", "emulator", "--port", "0");
        try
        {
            var endpoint = new Uri((await process.StandardOutput.ReadLineAsync())!.Split(' ')[1]);
            using var client = EmulatorTest.NewClient(endpoint, EmulatorAccount.WellKnown);
            var refusal = await EmulatorTest.SendAsync(client, "POST", "keypairs/", """{"name":"k","algorithm_type":"ed25519"}""");
            refusal.Refused(400, "validation", "algorithm_type");
            Assert.Contains("ssh-keygen is not installed", refusal.Text, StringComparison.Ordinal);
            (await EmulatorTest.SendAsync(client, "POST", "keypairs/", """{"name":"k","algorithm_type":"rsa"}""")).Is(201);
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData("--auth", "basic,magic", "names \"magic\"")]
    [InlineData("--auth", "", "names \"\"")]
    [InlineData("--token", "with blank", "a token for user@example.com")]
    [InlineData("--user", "nobody", "NAME:PASSWORD")]
    [InlineData("--user", "nobody:", "NAME:PASSWORD")]
    [InlineData("--location", "nowhere.json", "nowhere.json")]
    [InlineData("--speed", "0", "Speed is 0")]
    [InlineData("--port", "99999", "Port is 99999")]
    [InlineData("--direct-port", "99999", "DirectPort is 99999")]
    [InlineData("--bandwidth", "0", "0 bytes in a second")]
    [InlineData("--latency", "-1", "--latency is -1")]
    public async Task A_bad_switch_ends_with_one_clear_line_and_one(string name, string value, string expected)
    {
        string[] port = name == "--port" ? [] : ["--port", "0"];
        using var process = Start(["emulator", .. port, name, value]);
        var text = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(Patience());
        Assert.Equal(1, process.ExitCode);
        Assert.Contains(expected, Assert.Single(text.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_ends_with_one_clear_line_and_one()
    {
        await using var cloud = await CloudSigmaEmulator.StartAsync();
        using var process = Start("emulator", "--port", $"{cloud.Endpoint.Port}");
        var text = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(Patience());
        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"Port {cloud.Endpoint.Port} on 127.0.0.1 is in use", Assert.Single(text.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    internal static Process Start(params string[] arguments) => Start(static _ => { }, arguments);

    private static Process Start(Action<ProcessStartInfo> configure, params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet(), [Path.Combine(AppContext.BaseDirectory, "cloudsigma.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        configure(start);
        return Process.Start(start)!;
    }

    // The whole path, so that a child without a search path starts too.
    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, "dotnet")).FirstOrDefault(File.Exists) ?? "dotnet";
}
