using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.PrivateClouds;

public class PrivateCloudsClientTests
{
    private static readonly Guid Node = new("aaaaaaaa-0000-4000-8000-000000000001");

    private static readonly string Cloud =
        $$"""{"uuid":"{{TestClient.Uuid}}","name":"v","description":null,"status":"active","allocation_pool":"{{Node}}","nodes":[{"uuid":"{{Node}}","status":"active"}],"servers":[],"later":1}""";

    [Fact]
    public async Task A_private_cloud_names_its_nodes_by_their_uuids()
    {
        var handler = new FakeHandler(Cloud);
        var clouds = TestClient.Create(handler).PrivateClouds;
        var other = Guid.NewGuid();

        var read = await clouds.GetAsync(TestClient.Uuid);
        await clouds.UpdateAsync(read with { Nodes = [.. read.Nodes, other] });
        await clouds.UpdateAsync(read with { Nodes = [] });

        Assert.Equal((PrivateCloudStatus.Active, Node.ToString(), null), (read.Status, read.AllocationPool, read.Description));
        Assert.Contains($"\"nodes\":[\"{Node}\",\"{other}\"]", handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"later\":1", handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"nodes\":[]", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.Equal(("PUT", $"/api/2.0/vpc/{TestClient.Uuid}/"), (handler.Requests[1].Method, handler.Requests[1].PathAndQuery));
    }

    [Fact]
    public async Task Nodes_that_were_not_read_are_not_sent()
    {
        var handler = new FakeHandler("{}");

        await TestClient.Create(handler).PrivateClouds.UpdateAsync(new PrivateCloud { Uuid = TestClient.Uuid, Name = "n" });

        Assert.Equal($$"""{"uuid":"{{TestClient.Uuid}}","name":"n"}""", Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public async Task A_node_knows_its_private_cloud()
    {
        var handler = new FakeHandler($$$"""{"uuid":"{{{Node}}}","vpc":{"uuid":"{{{TestClient.Uuid}}}"},"status":"moving"}""");

        var node = await TestClient.Create(handler).PrivateClouds.GetNodeAsync(Node);

        Assert.Equal((TestClient.Uuid, "moving"), (node.PrivateCloud!.Uuid, node.Status.Value));
        Assert.Equal($"/api/2.0/nodes/{Node}/", Assert.Single(handler.Requests).PathAndQuery);
    }

    [Theory]
    [InlineData("\"1.000\"")]
    [InlineData("1")]
    public async Task The_shares_of_a_pool_are_decimals(string value)
    {
        var handler = new FakeHandler($$"""{"uuid":"{{Node}}","name":"p","cpu_alloc":{{value}},"cpu_alloc_last_resort":"2.500"}""");
        var clouds = TestClient.Create(handler).PrivateClouds;

        var read = await clouds.GetAllocationPoolAsync(Node);
        await clouds.UpdateAllocationPoolAsync(read with { CpuAllocationLastResort = 3 });

        Assert.Equal((1m, 2.5m), (read.CpuAllocation, read.CpuAllocationLastResort));
        Assert.EndsWith("\"cpu_alloc_last_resort\":\"3\"}", handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Equal(("PUT", $"/api/2.0/hostallocationpools/{Node}/"), (handler.Requests[1].Method, handler.Requests[1].PathAndQuery));
    }

    [Fact]
    public async Task A_location_without_private_clouds_answers_with_an_error_of_the_api() => await Assert.ThrowsAsync<ResourceNotFoundException>(async () =>
    {
        await foreach (var cloud in TestClient.Create(new FakeHandler(_ => FakeHandler.Text("<html/>", "text/html", HttpStatusCode.NotFound))).PrivateClouds.ListAsync()) Assert.Null(cloud);
    });

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var clouds = TestClient.Create(handler).PrivateClouds;

        await Assert.ThrowsAsync<ArgumentException>(() => clouds.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.GetNodeAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.GetAllocationPoolAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentNullException>(() => clouds.UpdateAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.UpdateAsync(new PrivateCloud { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.UpdateAsync(new PrivateCloud { Uuid = Node, Name = "\0" }));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.UpdateAsync(new PrivateCloud { Uuid = Node, Description = "\0" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => clouds.UpdateAsync(new PrivateCloud { Uuid = Node, Nodes = [null!] }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => clouds.UpdateAllocationPoolAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.UpdateAllocationPoolAsync(new HostAllocationPool()));
        await Assert.ThrowsAsync<ArgumentException>(() => clouds.UpdateAllocationPoolAsync(new HostAllocationPool { Uuid = Node, Description = "\0" }));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void Everything_about_private_clouds_is_marked_as_experimental()
    {
        MemberInfo[] members =
        [
            typeof(IPrivateCloudsClient), typeof(PrivateCloud), typeof(PrivateCloudNode), typeof(PrivateCloudStatus), typeof(HostAllocationPool), typeof(HostAvailabilityZone),
            typeof(ICloudSigmaClient).GetProperty(nameof(ICloudSigmaClient.PrivateClouds))!, typeof(CloudSigmaClient).GetProperty(nameof(CloudSigmaClient.PrivateClouds))!,
        ];

        Assert.All(members, static m => Assert.Equal("CLOUDSIGMA001", m.GetCustomAttribute<ExperimentalAttribute>()?.DiagnosticId));
    }
}
