// The code of docs/compute.md. Each region is a snippet there, word for word; SnippetTests compares, ComputeSnippetTests runs them.
using System.Net;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

internal static class ComputeSnippets
{
    public static async Task<Server> DefineAsync(ICloudSigmaClient client, Guid systemDisk, Guid vlan, CancellationToken cancellationToken)
    {
        #region define
        NewServer definition = new NewServer
        {
            Name = "web-1",
            Cpu = 2000, // MHz, of all processors together
            Smp = 2,
            Memory = ByteSize.GiB(4),
            VncPassword = Guid.NewGuid().ToString("N")[..12],
            Meta = (ServerMeta.From(null) with { CloudInitUserData = "#cloud-config\npackages: [nginx]\n" }).ToMeta(),
        }
        .AttachDrive(systemDisk, boot: true) // virtio 0:0, boot order 1
        .AddNic(NicConfiguration.Dhcp())
        .AddNic(NicConfiguration.Private(vlan));

        Server server = await client.Servers.CreateAsync(definition, cancellationToken);
        #endregion
        return server;
    }

    public static async Task<IReadOnlyList<ServerProblem>> CheckAsync(ICloudSigmaClient client, NewServer definition, CancellationToken cancellationToken)
    {
        #region check
        Capabilities capabilities = await client.Capabilities.GetAsync(cancellationToken);
        IReadOnlyList<ServerProblem> problems = ServerChecks.Find(definition, capabilities);
        #endregion
        return problems;
    }

    public static async Task<IPAddress> StartAsync(ICloudSigmaClient client, Server server, IProgress<OperationProgress> console, CancellationToken cancellationToken)
    {
        #region start
        Operation<Server> start = await client.Servers.StartAsync(server.Uuid, cancellationToken: cancellationToken);
        Server running = await start.WaitForCompletionAsync(console, cancellationToken);

        // A running server may still be without an address for a while.
        IPAddress address = await client.Servers.WaitForAddressAsync(running, cancellationToken: cancellationToken);
        #endregion
        return address;
    }

    public static async Task<Server[]> StartManyAsync(ICloudSigmaClient client, IReadOnlyList<Guid> servers, CancellationToken cancellationToken)
    {
        #region start-many
        Server[] running = await Task.WhenAll(servers.Select(async uuid =>
            await (await client.Servers.StartAsync(uuid, cancellationToken: cancellationToken)).WaitForCompletionAsync(cancellationToken: cancellationToken)));
        #endregion
        return running;
    }

    public static async Task<Server> EditAsync(ICloudSigmaClient client, Guid uuid, Guid dataDisk, CancellationToken cancellationToken)
    {
        #region edit
        Server server = await client.Servers.GetAsync(uuid, cancellationToken);
        string mac = server.Nics[0].Mac!;
        server = await client.Servers.UpdateAsync(
            server.AttachDrive(dataDisk) // the next free channel
                .WithNic(mac, nic => nic.WithConfiguration(NicConfiguration.Manual())) with
            { Name = "web-1, larger" },
            cancellationToken: cancellationToken);
        #endregion
        return server;
    }

    public static async Task EditRunningAsync(ICloudSigmaClient client, Server server, CancellationToken cancellationToken)
    {
        #region edit-running
        try
        {
            await client.Servers.UpdateAsync(server with { Cpu = 4000 }, new UpdateServerOptions { RefuseIgnoredChanges = true }, cancellationToken);
        }
        catch (IgnoredChangesException e)
        {
            Console.WriteLine($"A server that is {e.Status} would ignore {string.Join(", ", e.Members)}.");
        }
        #endregion
    }

    public static async Task<Server> CloneAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region clone-server
        Operation<Server> clone = await client.Servers.CloneAsync(
            uuid, new CloneServerOptions { Name = "web-2", RandomVncPassword = true, Avoid = [uuid] }, cancellationToken);
        Server copy = await clone.WaitForCompletionAsync(cancellationToken: cancellationToken); // OperationProgress.Parts has a part for each disk
        #endregion
        return copy;
    }

    public static async Task<Uri> ScreenAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region screen
        VncConnection vnc = await client.Servers.OpenVncAsync(uuid, cancellationToken);
        Console.WriteLine($"{vnc.Url} with the VncPassword of the server");
        await client.Servers.CloseVncAsync(uuid, cancellationToken);
        #endregion
        return vnc.Url;
    }

    public static async Task<bool> EndAsync(ICloudSigmaClient client, Guid first, Guid second, CancellationToken cancellationToken)
    {
        #region end
        // Asks the guest; when it has not stopped after two minutes, the power goes.
        Operation<Server> shutdown = await client.Servers.ShutdownAsync(first, new ShutdownServerOptions { StopAfter = TimeSpan.FromMinutes(2) }, cancellationToken);
        await shutdown.WaitForCompletionAsync(cancellationToken: cancellationToken);

        // Stops the other one if it runs, waits, and deletes it with its disks.
        bool was = await client.Servers.StopAndDeleteAsync(second, new DeleteServerOptions { Recurse = RecurseDrives.Disks }, cancellationToken);
        #endregion
        return was;
    }

    public static async Task<ServerContextInfo> ContextAsync(Stream serialPort, CancellationToken cancellationToken)
    {
        #region context
        await using ServerContextClient context = new(serialPort); // or ServerContextClient.OpenSerialPort("/dev/ttyS1")
        ServerContextInfo self = await context.GetAsync(cancellationToken);
        string? key = await context.GetValueAsync("/meta/ssh_public_key", cancellationToken);
        #endregion
        Assert.True(key is null || key.Length > 0);
        return self;
    }
}
