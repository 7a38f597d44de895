// /capabilities/: what this cloud offers and allows.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Capabilities;

internal static class CapabilitiesResource
{
    public static ResourceDefinition Create(CloudState state)
    {
        var values = Values(state.Location);
        var document = new Document("capabilities", "capabilities", state.Library);
        return new ResourceDefinition(
            "capabilities",
            values.Select(static member => new FieldDefinition(member.Key, FieldType.Object, "")
            {
                ReadOnly = true,
                Initial = member.Value?.DeepClone(),
                Show = member.Key == "backfilling" ? static view => view.Caller.Account?.Backfilling ?? false : Counted(member.Key),
            }))
        {
            Singleton = true,
            Open = true,
            ListMethods = ["GET"],
            ObjectMethods = [],
            Single = _ => document,
            FixedSchema = new JsonObject
            {
                ["allowed_methods"] = new JsonArray("get"),
                ["help_text"] = "What this cloud offers. See the documentation of the API.",
            },
        };
    }

    private static JsonObject Values(EmulatorLocation location)
    {
        var host = location.Hosts.GetValueOrDefault("intel") ?? location.Hosts[location.DefaultCpuType];
        var servers = host.ToJson();
        servers.Insert(servers.IndexOf("mem"), "default_start_method", "regular");
        servers["start_methods"] = Texts(CloudLimits.StartMethods);
        var values = new JsonObject
        {
            ["backfilling"] = false,
            ["card_backend"] = "StripeBackend",
            ["currencies"] = new JsonArray(Currency("CHF"), Currency("USD"), Currency("EUR")),
            ["default_inactive_period"] = 45,
            ["default_storage_type"] = location.DefaultStorageType,
            ["drives"] = new JsonObject(location.StorageTypes.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.ToJson()))),
            ["hosts"] = new JsonObject(location.Hosts.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.ToJson()))),
            ["hypervisors"] = new JsonObject(location.Hypervisors.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)Texts(entry.Value)))),
            ["inactive_period_range"] = new EmulatorRange(0, 250).ToJson(),
            ["remote_snapshots"] = new JsonObject { ["current"] = 0, ["max"] = CloudLimits.RemoteSnapshots, ["remote_locations"] = Texts(CloudLimits.RemoteLocations) },
            ["servers"] = servers,
            ["snapshots"] = new JsonObject { ["current"] = 0, ["max"] = CloudLimits.Snapshots, ["max_per_drive"] = CloudLimits.SnapshotsPerDrive },
        };
        if (location.Gpus.Count > 0)
            values["gpus"] = new JsonObject(location.Gpus.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.ToJson())));
        if (location.Epc is { } epc) values["epc"] = epc.ToJson();
        return values;
    }

    // What the caller has of the things that are limited; without credentials nothing.
    private static Func<DocumentView, JsonNode?>? Counted(string member)
    {
        var resource = member switch
        {
            "snapshots" => SnapshotsResource.Name,
            "remote_snapshots" => RemoteSnapshotsResource.Name,
            _ => null,
        };
        return resource is null ? null : view =>
        {
            var value = view.Resource.Field(member)!.FirstValue()!;
            value["current"] = view.Caller.Collection(resource).Count;
            return value;
        };
    }

    private static JsonObject Currency(string id) => new() { ["id"] = id, ["name"] = id.ToLowerInvariant() };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];
}
