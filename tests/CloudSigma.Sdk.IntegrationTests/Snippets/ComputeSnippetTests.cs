using System.Net.Sockets;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

public class ComputeSnippetTests
{
    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var client = cloud.Client;
        var system = await cloud.RunAsync((await client.Drives.StartCreateAsync(new NewDrive { Name = "system", Size = ByteSize.GiB(10) })).WaitForCompletionAsync());
        var data = await cloud.RunAsync((await client.Drives.StartCreateAsync(new NewDrive { Name = "data", Size = ByteSize.GiB(1) })).WaitForCompletionAsync());
        var vlan = (await client.SendAsync(HttpMethod.Get, "vlans/")).GetProperty("objects")[0].GetProperty("uuid").GetGuid();

        var server = await ComputeSnippets.DefineAsync(client, system.Uuid, vlan, default);
        Assert.Equal("0:0", server.Drives[0].DeviceChannel);
        Assert.Equal(1, server.Drives[0].BootOrder);
        Assert.Equal(["cloudinit-user-data"], ServerMeta.From(server.Meta).Base64Fields);
        Assert.Contains("nginx", ServerMeta.From(server.Meta).CloudInitUserData, StringComparison.Ordinal);
        var problem = Assert.Single(await ComputeSnippets.CheckAsync(client, new NewServer { Name = "s", Cpu = 500, Memory = ByteSize.GiB(1), VncPassword = "p" }, default));
        Assert.Equal("cpu", problem.Member);

        server = await ComputeSnippets.EditAsync(client, server.Uuid, data.Uuid, default);
        Assert.Equal(["0:0", "0:1"], server.Drives.Select(d => d.DeviceChannel));
        Assert.Equal(IPConfigurationMode.Manual, server.Nics[0].IPv4?.Mode);
        server = await client.Servers.UpdateAsync(server.WithNic(server.Nics[0].Mac!, nic => nic.WithConfiguration(NicConfiguration.Dhcp())));

        var told = new List<string>();
        var address = await cloud.RunAsync(ComputeSnippets.StartAsync(client, server, new SynchronousProgress<OperationProgress>(p => told.Add(p.Status)), default));
        Assert.Equal(AddressFamily.InterNetwork, address.AddressFamily);
        Assert.Equal("running", told[^1]);
        await ComputeSnippets.EditRunningAsync(client, await client.Servers.GetAsync(server.Uuid), default);
        Assert.Equal(2000, (await client.Servers.GetAsync(server.Uuid)).Cpu);
        Assert.Equal("vnc", (await ComputeSnippets.ScreenAsync(client, server.Uuid, default)).Scheme);
        var self = await ContextAsync(cloud, server.Uuid);
        Assert.Equal(server.Uuid, self.Uuid);

        var copy = await cloud.RunAsync(ComputeSnippets.CloneAsync(client, server.Uuid, default));
        Assert.Equal("web-2", copy.Name);
        var others = await client.Servers.CreateManyAsync([.. Enumerable.Range(0, 3).Select(i => new NewServer { Name = $"w{i}", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "secret12" })]);
        Assert.All(await cloud.RunAsync(ComputeSnippets.StartManyAsync(client, [.. others.Select(s => s.Uuid)], default)), s => Assert.Equal(ServerStatus.Running, s.Status));
        Assert.True(await cloud.RunAsync(ComputeSnippets.EndAsync(client, server.Uuid, others[0].Uuid, default)));
        Assert.Equal(ServerStatus.Stopped, (await client.Servers.GetAsync(server.Uuid)).Status);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Servers.GetAsync(others[0].Uuid));
    }

    private static async Task<ServerContextInfo> ContextAsync(EmulatorFixture cloud, Guid server)
    {
        await using var line = await cloud.Emulator.ConnectContextAsync(server);
        return await ComputeSnippets.ContextAsync(line, default);
    }
}
