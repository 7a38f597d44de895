// /currentusage/: what the account uses at the moment and how much of it is not subscribed.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Licenses;
using CloudSigma.Emulator.Resources.Profile;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Usage;

internal static class CurrentUsageResource
{
    private const string Name = "currentusage";
    private const string Help = "A dictionary of data. Ex: {'price': 26.73, 'name': 'Daniel'}";

    // There is no money in this cloud, so every balance is zero, in the spelling of the API.
    private const string NoMoney = "0E-20";

    // Shown even when nothing of it is used.
    private static readonly string[] Always =
    [
        "amd_cpu", "amd_mem", "backup", "cpu", "intel_cpu", "intel_mem", "ip", "mem", "sms", "sparc_t4_cpu", "sparc_t4_mem", "ssd", "tx", "vlan", "vlan_ecx",
        .. LicensesResource.All.Select(static license => license.Name),
    ];

    public static ResourceDefinition Create() => new(Name,
    [
        new FieldDefinition("balance", FieldType.Dict, Help)
        {
            ReadOnly = true, SchemaReadOnly = false, SchemaRequired = true, HasDefault = false, Show = static view => Balance(view.Caller),
        },
        new FieldDefinition("usage", FieldType.Dict, Help)
        {
            ReadOnly = true, SchemaReadOnly = false, SchemaRequired = true, HasDefault = false, Show = static view => Usage(view.Caller),
        },
    ])
    {
        Singleton = true,
        ListMethods = ["GET"],
        ObjectMethods = ["GET"],
        Filters = FilterDefinition.Usual,
        Single = static partition => new Document(Name, Name, partition),
    };

    private static JsonObject Balance(AccountPartition account) => new()
    {
        ["balance"] = NoMoney,
        ["currency"] = ProfileResource.Of(account).Data["currency"]?.DeepClone(),
    };

    private static JsonObject Usage(AccountPartition account)
    {
        var sums = UsageMeter.Sum(UsageMeter.Measure(account));
        var location = account.State.Location;
        foreach (var name in Always.Concat(location.StorageTypes.Keys)) sums.TryAdd(name, 0);
        foreach (var part in (string[])["cpu", "mem"]) sums[part] = location.Hosts.Keys.Sum(host => sums.GetValueOrDefault($"{host}_{part}"));
        var usage = new JsonObject();
        // Nothing can be subscribed here, so all that is used is burst.
        foreach (var (name, amount) in sums) usage[name] = new JsonObject { ["burst"] = amount, ["subscribed"] = 0, ["using"] = amount };
        return usage;
    }
}
