// Makes a drive and a server, starts it, lists both, clones the drive, and cleans up.
// Without configuration it does all that in a cloud of its own, inside this process. To use a real one, set
// CLOUDSIGMA_LOCATION (e.g. ZRH) or CLOUDSIGMA_ENDPOINT, CLOUDSIGMA_USERNAME and CLOUDSIGMA_PASSWORD.
using CloudSigma.Emulator;
using CloudSigma.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true; // End by ourselves, and clean up first.
    stop.Cancel();
};

try
{
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables("CLOUDSIGMA_").AddCommandLine(args).Build();
    await using var emulator = IsConfigured(configuration) ? null : await CloudSigmaEmulator.StartAsync(new() { Speed = 5 }, stop.Token);

    var services = new ServiceCollection();
    if (emulator is null)
    {
        services.AddCloudSigmaClient(configuration);
    }
    else
    {
        services.AddCloudSigmaClient(options =>
        {
            options.Endpoint = emulator.Endpoint;
            options.Credential = CloudSigmaCredential.Basic(emulator.Accounts[0].Email, emulator.Accounts[0].Password);
        });
    }

    await using var provider = services.BuildServiceProvider();
    var client = provider.GetRequiredService<ICloudSigmaClient>();
    Console.WriteLine($"Talking to {client.Endpoint}{(emulator is null ? "" : ", an emulator inside this process")}");
    await RunAsync(client, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Cancelled; what was made is cleaned up.");
    return 130;
}
catch (OptionsValidationException e)
{
    Console.Error.WriteLine($"The configuration cannot work: {string.Join(' ', e.Failures)}");
    return 1;
}
catch (AuthenticationException e)
{
    Console.Error.WriteLine($"The cloud does not accept the user name and password: {e.Message}");
    return 1;
}
catch (CloudSigmaException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static bool IsConfigured(IConfiguration configuration) =>
    configuration["Location"] is not null || configuration["Endpoint"] is not null || configuration["Username"] is not null || configuration["Password"] is not null;

static async Task RunAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
{
    var drives = new List<Guid>();
    Guid? made = null;
    try
    {
        var profile = await client.Profile.GetAsync(cancellationToken);
        Console.WriteLine($"Account {profile.Email}, {profile.State}");

        var drive = await client.Drives.CreateAsync(new NewDrive { Name = "quickstart-data", Size = ByteSize.GiB(10) }, cancellationToken);
        drives.Add(drive.Uuid);
        drive = await client.Drives.Track(drive).WaitForCompletionAsync(Show($"Drive {drive.Name}"), cancellationToken);

        var server = await client.Servers.CreateAsync(
            new NewServer
            {
                Name = "quickstart-web",
                Cpu = 2000,
                Memory = ByteSize.GiB(1),
                VncPassword = Guid.NewGuid().ToString("N")[..12],
                Nics = [new Nic { Model = NicModel.Virtio, IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }],
            },
            cancellationToken);
        made = server.Uuid;

        // Records and `with`: everything that was read goes back, only the drives change.
        server = await client.Servers.UpdateAsync(
            server with { Drives = [new ServerDrive { Drive = drive.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }] },
            cancellationToken: cancellationToken);
        var start = await client.Servers.StartAsync(server.Uuid, cancellationToken: cancellationToken);
        server = await start.WaitForCompletionAsync(Show($"Server {server.Name}"), cancellationToken);
        Console.WriteLine($"  running since {server.Runtime?.ActiveSince:u} with address {(server.Runtime is { Nics: [{ IPv4: { } address }, ..] } ? address : "none")}");

        await foreach (var found in client.Servers.ListAsync(new ServerFilter().NameContains("quickstart"), cancellationToken))
            Console.WriteLine($"  server {found.Name}: {found.Status}, {found.Cpu} MHz, {found.Memory}");
        await foreach (var found in client.Drives.ListAsync(new DriveFilter().NameContains("quickstart"), cancellationToken))
            Console.WriteLine($"  drive {found.Name}: {found.Status}, {found.Size}, on {found.MountedOn.Count} server");

        var stopped = await client.Servers.StopAsync(server.Uuid, cancellationToken);
        await stopped.WaitForCompletionAsync(Show($"Server {server.Name}"), cancellationToken);

        var clone = await client.Drives.CloneAsync(drive.Uuid, new CloneDriveOptions { Name = "quickstart-copy", Avoid = [drive.Uuid] }, cancellationToken);
        drives.Add(clone.Value.Uuid);
        var copy = await clone.WaitForCompletionAsync(Show($"Drive {clone.Value.Name}"), cancellationToken);
        Console.WriteLine($"  {copy.Name} is {copy.Status} with {copy.Size}");
    }
    finally
    {
        await CleanUpAsync(client, made, drives);
    }

    Console.WriteLine("Made 2 drives and 1 server, started and stopped it, cloned a drive, and deleted everything again.");
}

// Prints each status or percentage once.
static IProgress<OperationProgress> Show(string what)
{
    var last = "";
    return new SynchronousProgress(progress =>
    {
        var text = $"  {what}: {progress.Status}{(progress.Percent is { } percent ? $" {percent} %" : "")}";
        if (text == last) return;
        last = text;
        Console.WriteLine(text);
    });
}

// Runs also after Ctrl+C, so it has a deadline of its own instead of the caller's token.
static async Task CleanUpAsync(ICloudSigmaClient client, Guid? server, List<Guid> drives)
{
    using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
    try
    {
        if (server is { } uuid)
        {
            var state = await client.Servers.GetAsync(uuid, deadline.Token);
            if (state.Status == ServerStatus.Starting)
                state = await (await client.Servers.ResumeAsync($"servers-start:{uuid:D}", deadline.Token)).WaitForCompletionAsync(cancellationToken: deadline.Token);
            if (state.Status == ServerStatus.Running)
                await (await client.Servers.StopAsync(uuid, deadline.Token)).WaitForCompletionAsync(cancellationToken: deadline.Token);
            else if (state.Status == ServerStatus.Stopping)
                await (await client.Servers.ResumeAsync($"servers-stop:{uuid:D}", deadline.Token)).WaitForCompletionAsync(cancellationToken: deadline.Token);
            await client.Servers.DeleteAsync(uuid, cancellationToken: deadline.Token);
        }

        // The last drive first: a clone has to be finished before its source can go.
        foreach (var drive in Enumerable.Reverse(drives))
        {
            await client.Drives.Track(await client.Drives.GetAsync(drive, deadline.Token)).WaitForCompletionAsync(cancellationToken: deadline.Token);
            await client.Drives.DeleteAsync(drive, deadline.Token);
        }
    }
    catch (Exception e) when (e is CloudSigmaException or OperationCanceledException)
    {
        Console.Error.WriteLine($"Could not clean up; look for objects named quickstart-*: {e.Message}");
    }
}

internal sealed class SynchronousProgress(Action<OperationProgress> report) : IProgress<OperationProgress>
{
    public void Report(OperationProgress value) => report(value);
}
