// "cloudsigma emulator": runs the local cloud until it is told to stop.
using System.CommandLine;
using CloudSigma.Emulator;

namespace CloudSigma.Cli.Emulator;

internal static class EmulatorCommand
{
    private const int DefaultPort = 8010;

    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; 0 picks a free one.",
            DefaultValueFactory = static _ => DefaultPort,
        };
        var directPort = new Option<int>("--direct-port")
        {
            Description = "The port on 127.0.0.1 for uploads and downloads. Without it a free one is picked.",
        };
        var bandwidth = new Option<long?>("--bandwidth")
        {
            Description = "How many bytes in a second each connection carries in each direction. Without it there is no limit.",
            HelpName = "BYTES_PER_SECOND",
        };
        var latency = new Option<double?>("--latency")
        {
            Description = "How long each request waits before it is handled.",
            HelpName = "MILLISECONDS",
        };
        var users = new Option<string[]>("--user")
        {
            Description = "An account as NAME:PASSWORD. May be given several times. Without it there is user@example.com with the password secret.",
            HelpName = "NAME:PASSWORD",
        };
        var speed = new Option<double>("--speed")
        {
            Description = "How much faster than a real cloud things happen; 1 is realistic.",
            DefaultValueFactory = static _ => 1,
        };
        var seed = new Option<int?>("--seed") { Description = "Makes uuids and addresses the same in every run." };
        var strict = new Option<bool>("--strict") { Description = "Refuse unknown query parameters and members instead of ignoring them." };
        var tokens = new Option<string[]>("--token")
        {
            Description = "The token of an account for Authorization: Bearer. May be given several times, in the order of the accounts.",
            HelpName = "TOKEN",
        };
        var schemes = new Option<string?>("--auth")
        {
            Description = "The ways to sign in, out of basic,digest,session,bearer. Without it all are accepted.",
            HelpName = "SCHEMES",
        };
        var rateLimits = new Option<bool>("--rate-limits") { Description = "Keep the documented limits of requests per minute and answer 429 above them." };
        var location = new Option<string?>("--location")
        {
            Description = "A JSON file that describes the location: storage types, hosts, hypervisors, GPUs, images, addresses, VLANs and more accounts.",
            HelpName = "FILE",
        };

        var command = new Command("emulator", "Run a local CloudSigma cloud for trying things out, without an account.")
        {
            port, users, tokens, schemes, rateLimits, speed, seed, strict, location, directPort, bandwidth, latency,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            options =>
            {
                options.Accounts = AccountOptions.Parse(result.GetValue(users) ?? [], result.GetValue(tokens) ?? []);
                if (result.GetValue(location) is { } file) options.Location = EmulatorLocation.FromFile(file);
                options.Network = NetworkOptions.Parse(result.GetValue(bandwidth), result.GetValue(latency));
                if (result.GetValue(schemes) is { } names) options.Authentication = new EmulatorAuthentication { Schemes = SchemesOption.Parse(names) };
            },
            new CloudSigmaEmulatorOptions
            {
                Port = result.GetValue(port),
                DirectPort = result.GetValue(directPort),
                Speed = result.GetValue(speed),
                Seed = result.GetValue(seed),
                Strict = result.GetValue(strict),
                RateLimits = result.GetValue(rateLimits) ? EmulatorRateLimits.Documented : null,
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Action<CloudSigmaEmulatorOptions> complete, CloudSigmaEmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            complete(options);
            var cloud = await CloudSigmaEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
            await using (cloud.ConfigureAwait(false))
            {
                EmulatorBanner.Write(cloud);
                await WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"cloudsigma emulator: {problem.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = cancellationToken.Register(stop.SetResult);
        await using (registration.ConfigureAwait(false))
        {
            await stop.Task.ConfigureAwait(false);
        }
    }
}
