// /ips/: the public addresses of an account, those that it has subscribed and those that are lent to its running servers.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Networks;

internal static class IpsResource
{
    public const string Name = "ips";
    private const string Holder = "server";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        HasDetail = true,
        Rights = [Right.List, Right.Edit, Right.Attach],
        ShortMembers = ["owner", "resource_uri", "server", "uuid"],
        Filters = FilterDefinition.Usual,
        ListMethods = ["GET"],
        ObjectMethods = ["GET", "PUT"],
        SchemaListMethodIsText = true,
        OnNewAccount = Open,
    };

    /// <summary>True when the account pays for the address, so that it may be used as a static one.</summary>
    public static bool IsSubscribed(AccountPartition partition, string address) =>
        partition.Find(Name, address)?.Data["subscription"] is not null;

    /// <summary>Lends an address to a server.</summary>
    /// <returns>The address, or null when all are lent.</returns>
    public static string? Lend(Document server, bool isV6)
    {
        var addresses = server.Partition.State.Addresses;
        return Add(server.Partition, isV6 ? addresses.LentV6 : addresses.Lent, server);
    }

    /// <summary>Takes an address back that was lent.</summary>
    public static void Return(AccountPartition partition, string address)
    {
        if (partition.Find(Name, address) is { } document) partition.Collection(Name).Remove(document);
        partition.State.Addresses.Lent.Return(address);
        partition.State.Addresses.LentV6.Return(address);
    }

    private static void Open(AccountPartition partition)
    {
        var (location, addresses) = (partition.State.Location, partition.State.Addresses);
        for (var i = 0; i < location.Addresses; i++) Add(partition, addresses.Subscribed, holder: null);
        for (var i = 0; i < location.AddressesV6; i++) Add(partition, addresses.SubscribedV6, holder: null);
    }

    private static string? Add(AccountPartition partition, AddressPool pool, Document? holder)
    {
        if (pool.Take() is not { } address) return null;
        var document = new Document(address, Name, partition);
        var data = NetworkFields.Begin(document, subscribed: holder is null);
        data["gateway"] = pool.Gateway(address);
        data["nameservers"] = new JsonArray("198.18.0.1", "198.19.0.1");
        data["netmask"] = pool.Netmask;
        document.Hidden[Holder] = holder?.Id;
        partition.Collection(Name).Add(document);
        return address;
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        .. Member.Owned("IP", ownerRequired: false),
        NetworkFields.Given("gateway", FieldType.String, "Gateway IP", required: true),
        NetworkFields.Given("nameservers", FieldType.List, "Nameserver IPs"),
        NetworkFields.Given("netmask", FieldType.Integer, "IP netmask", required: true),
        new FieldDefinition("server", FieldType.Related, "Reference to server using that IP")
        {
            ReadOnly = true,
            HasDefault = false,
            Show = static view => Server(view)?.Reference(),
        },
        NetworkFields.Subscription("IP"),
    ];

    // The server to which the address is lent, or the one that names it as a static address.
    private static Document? Server(DocumentView view) => view.Document.Hidden[Holder] is { } holder
        ? view.Document.Partition.Find(ServersResource.Name, holder.GetValue<string>())
        : NicIndex.Seen(view.Caller, view.Document).FirstOrDefault();
}
