// /vlans/: the private networks of an account. They exist as long as their subscription.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Networks;

internal static class VlansResource
{
    public const string Name = "vlans";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        HasDetail = true,
        Rights = [Right.List, Right.Edit, Right.Attach],
        ShortMembers = ["owner", "resource_uri", "uuid"],
        Filters = FilterDefinition.Usual,
        ListMethods = ["GET"],
        ObjectMethods = ["GET", "PUT"],
        SchemaListMethodIsText = true,
        OnNewAccount = Open,
    };

    private static void Open(AccountPartition partition)
    {
        for (var number = 1; number <= partition.State.Location.Vlans; number++)
        {
            // The uuid is made of the account, so that scripts can rely on it.
            var text = string.Create(CultureInfo.InvariantCulture, $"vlan {number} of {partition.Account!.Uuid}");
            var id = IdGenerator.ToUuid(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            var vlan = new Document(id.ToString(), Name, partition);
            NetworkFields.Begin(vlan, subscribed: true);
            partition.Collection(Name).Add(vlan);
        }
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        .. Member.Owned("VLAN", ownerRequired: false),
        NetworkFields.Given("bottom_vlan_tag", FieldType.Integer, "Integer data. Ex: 2673"),
        new FieldDefinition("servers", FieldType.Related, "Servers in this VLAN")
        {
            ReadOnly = true,
            Many = true,
            Default = new JsonArray(),
            Show = static view => Servers(view),
        },
        NetworkFields.Subscription("VLAN"),
    ];

    private static JsonArray Servers(DocumentView view) =>
        [.. NicIndex.Seen(view.Caller, view.Document).Select(static server => (JsonNode)server.Reference())];
}
