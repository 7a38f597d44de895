// The members that addresses and VLANs have in common, and their first values.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Networks;

internal static class NetworkFields
{
    /// <summary>What the cloud sets and a request cannot change.</summary>
    public static FieldDefinition Given(string name, FieldType type, string help, bool required = false) =>
        new(name, type, help) { ReadOnly = true, SchemaRequired = required };

    /// <summary>The subscription that pays.</summary>
    public static FieldDefinition Subscription(string thing) => Given("subscription", FieldType.Related, $"Subscription related to this {thing}");

    /// <summary>The values of a new object that no request has made.</summary>
    /// <param name="document">The object.</param>
    /// <param name="subscribed">True when a subscription pays for it.</param>
    public static JsonObject Begin(Document document, bool subscribed)
    {
        var data = document.Data;
        data["grantees"] = new JsonArray();
        data["permissions"] = new JsonArray();
        data["meta"] = new JsonObject();
        data["tags"] = new JsonArray();
        data["subscription"] = subscribed ? Reference(document.Partition.State.NewSubscription()) : null;
        return data;
    }

    private static JsonObject Reference(int subscription) =>
        new() { ["id"] = subscription, ["resource_uri"] = $"/api/2.0/subscriptions/{subscription}/" };
}
