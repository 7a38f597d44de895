using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.VmwareServers;

public class VmwareServersClientTests
{
    [Fact]
    public async Task A_server_is_read_with_its_disks_media_and_adapters()
    {
        var handler = new FakeHandler(
            $$"""
            {"uuid":"{{TestClient.Uuid}}","name":"v","cpus":"4","cores_per_socket":null,"memory":4096,"powered":true,
             "disk":[{"diskElementName":"Hard disk 1","diskVirtualQuantityInBytes":"17179869184"}],"media":[{"mediaCdElementName":"CD 1","mediaCdHostResource":"test.iso"}],
             "nics":[{"index":"0","connected":"true","primary":"True","ip_address":"127.0.0.1"},{"index":"1","connected":"False","primary":null},{"connected":"perhaps"}]}
            """);

        var server = await TestClient.Create(handler).VmwareServers.GetAsync(TestClient.Uuid);

        Assert.Equal(($"GET", $"/api/2.0/vmware_servers/{TestClient.Uuid}/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
        Assert.Equal((4, null, 4096, true, false), (server.Cpus, server.CoresPerSocket, server.MemoryMegabytes, server.Powered, server.Deployed));
        Assert.Equal(("Hard disk 1", ByteSize.GiB(16)), (server.Disks[0].Name, server.Disks[0].Size));
        Assert.Equal(("CD 1", "test.iso"), (server.Media[0].Name, server.Media[0].FileName));
        Assert.Equal([("true", true, true), ("False", false, null), ("perhaps", (bool?)null, (bool?)null)], server.Nics.Select(static n => (n.Connected!, n.IsConnected, n.IsPrimary)));
        Assert.Equal("127.0.0.1", server.Nics[0].IPAddress);
    }

    [Fact]
    public async Task A_server_without_uuid_is_not_asked_for()
    {
        var handler = new FakeHandler("{}");

        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).VmwareServers.GetAsync(Guid.Empty));

        Assert.Empty(handler.Requests);
    }
}
