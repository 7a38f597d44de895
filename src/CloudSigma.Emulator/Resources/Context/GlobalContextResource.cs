// /global_context/: a map of texts for all servers of the account. POST replaces it.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Context;

internal static class GlobalContextResource
{
    public const string Name = "global_context";

    public static ResourceDefinition Create() => new(Name, [])
    {
        Singleton = true,
        FreeMap = true,
        HasSchema = false,
        ListMethods = ["GET", "POST"],
        ObjectMethods = [],
        Single = Of,
    };

    // The map has the uuid of its account. It is stored when it is written for the first time.
    private static Document Of(AccountPartition partition)
    {
        var id = partition.Account!.Uuid.ToString();
        return partition.Find(Name, id) ?? new Document(id, Name, partition);
    }
}
