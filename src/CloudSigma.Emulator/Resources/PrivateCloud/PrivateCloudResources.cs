// /vpc/, /nodes/, /hostallocationpools/ and /hostavailabilityzones/: parts of the cloud that an account has for itself. They are bought, so
// only a seed makes them here.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.PrivateCloud;

internal static class PrivateCloudResources
{
    private const string Clouds = "vpc";
    private const string Nodes = "nodes";
    private const string Pools = "hostallocationpools";
    private const string Zones = "hostavailabilityzones";
    private const string Pool = "allocation_pool";

    public static IEnumerable<ResourceDefinition> Create() =>
    [
        new ResourceDefinition(Clouds, CloudFields())
        {
            Seedable = true,
            Filters = FilterDefinition.Usual,
            ListMethods = ["GET"],
            ObjectMethods = ["GET", "PUT"],
            OnCreate = OnCloudCreate,
            OnUpdate = static (_, cloud, changes) => MoveNodes(cloud, changes),
        },
        new ResourceDefinition(Nodes, NodeFields()) { Seedable = true, HasSchema = false, ListMethods = ["GET"], ObjectMethods = ["GET"] },
        new ResourceDefinition(Pools, PoolFields()) { Seedable = true, HasSchema = false, ListMethods = ["GET"], ObjectMethods = ["GET", "PUT"] },
        new ResourceDefinition(Zones, [Name(), Member.Id("UUID of the zone")]) { Seedable = true, HasSchema = false, ListMethods = ["GET"], ObjectMethods = [] },
    ];

    private static IEnumerable<FieldDefinition> CloudFields() =>
    [
        new FieldDefinition("owner", FieldType.Related, "Owner of the private cloud")
        {
            ReadOnly = true, Show = static view => Member.User(view.Document.Partition.Account),
        },
        Member.Tags(),
        Member.Id("UUID of the private cloud"),
        Name(),
        Description(),
        Status(),
        new FieldDefinition(Pool, FieldType.String, "UUID of the host allocation pool") { ReadOnly = true, HasDefault = false },
        new FieldDefinition(Nodes, FieldType.Related, "Nodes of the private cloud")
        {
            Many = true, HasDefault = false, Target = Nodes, Own = true, Show = static view => References(NodesOf(view.Document)),
        },
        new FieldDefinition("servers", FieldType.Related, "Running servers of the private cloud")
        {
            Many = true, ReadOnly = true, HasDefault = false, Show = static view => References(ServersOf(view.Document)),
        },
    ];

    private static IEnumerable<FieldDefinition> NodeFields() =>
    [
        Status(),
        Member.Id("UUID of the node"),
        new FieldDefinition(Clouds, FieldType.Related, "Private cloud of the node") { Target = Clouds, Own = true },
    ];

    private static IEnumerable<FieldDefinition> PoolFields() =>
    [
        Name(),
        Description(),
        Allocation("cpu_alloc"),
        Allocation("cpu_alloc_last_resort"),
        Member.Id("UUID of the host allocation pool"),
    ];

    private static FieldDefinition Name() => new("name", FieldType.String, Member.TextHelp) { Default = "" };

    private static FieldDefinition Description() => new("description", FieldType.String, Member.TextHelp) { Default = "" };

    private static FieldDefinition Status() => new("status", FieldType.String, Member.TextHelp) { ReadOnly = true, Initial = "active" };

    private static FieldDefinition Allocation(string name) => new(name, FieldType.Decimal, "Fixed precision numeric data. Ex: 26.73")
    {
        Initial = "1.000",
        Read = static (reader, value, point) => Fraction(reader, value, point),
    };

    // One is sent, and "1.000" comes back.
    private static JsonValue? Fraction(ValueReader reader, JsonNode value, string point)
    {
        if (ValueReader.Decimal(value) is { } number && number >= 0)
            return JsonValue.Create(number.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));
        reader.Fail("Not a decimal number of at least 0", point);
        return null;
    }

    private static void OnCloudCreate(RequestContext request, Document cloud)
    {
        var pool = ResourceEndpoint.CreateOne(request, request.Resource(Pools), new JsonObject { ["name"] = cloud.Text("name") });
        var data = cloud.Edit();
        data[Pool] = pool.Id;
        MoveNodes(cloud, data);
    }

    // The nodes know their cloud, so a node is in one cloud at most.
    private static void MoveNodes(Document cloud, JsonObject values)
    {
        if (values[Nodes] is not JsonArray wanted)
        {
            values.Remove(Nodes);
            return;
        }

        var ids = wanted.Select(static node => node!["uuid"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        values.Remove(Nodes);
        foreach (var node in NodesOf(cloud).Where(node => !ids.Contains(node.Id)).ToArray()) node.Set(Clouds, null);
        foreach (var id in ids) cloud.Partition.Find(Nodes, id)!.Set(Clouds, cloud.Reference());
    }

    private static IEnumerable<Document> NodesOf(Document cloud) =>
        cloud.Partition.Collection(Nodes).All.Where(node => node.Data[Clouds]?["uuid"]?.GetValue<string>() == cloud.Id);

    private static IEnumerable<Document> ServersOf(Document cloud) => cloud.Partition.Collection(ServersResource.Name).All
        .Where(server => server.Text(Pool) == cloud.Text(Pool) && server.Status == ServerStatus.Running);

    private static JsonArray References(IEnumerable<Document> documents) =>
        [.. documents.Select(static document => (JsonNode)document.Reference())];
}
