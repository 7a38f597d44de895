// Changes of the list of network cards, for servers and for definitions of servers.
namespace CloudSigma.Sdk;

internal static class NicList
{
    public static IReadOnlyList<Nic> Add(IReadOnlyList<Nic> nics, NicConfiguration configuration, NicModel? model) => [.. nics, Nic.Create(configuration, model)];

    public static IReadOnlyList<Nic> Change(IReadOnlyList<Nic> nics, string mac, Func<Nic, Nic> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var index = Find(nics, mac);
        var changed = change(nics[index]) ?? throw new ArgumentException("The function returned null. To remove the card, use RemoveNic.", nameof(change));
        if (!string.Equals(changed.Mac, nics[index].Mac, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The function changed the hardware address {mac}, which identifies the card. Remove the card and add a new one.", nameof(change));
        return [.. nics.Take(index), changed, .. nics.Skip(index + 1)];
    }

    public static IReadOnlyList<Nic> Remove(IReadOnlyList<Nic> nics, string mac)
    {
        var index = Find(nics, mac);
        return [.. nics.Take(index), .. nics.Skip(index + 1)];
    }

    private static int Find(IReadOnlyList<Nic> nics, string mac)
    {
        ArgumentException.ThrowIfNullOrEmpty(mac);
        for (var i = 0; i < nics.Count; i++)
        {
            if (string.Equals(nics[i].Mac, mac, StringComparison.OrdinalIgnoreCase)) return i;
        }

        var known = string.Join(", ", nics.Select(static n => n.Mac).Where(static m => !string.IsNullOrEmpty(m)));
        throw new ArgumentException($"The server has no network card {mac}. It has {(known.Length == 0 ? "none with a hardware address" : known)}.", nameof(mac));
    }
}
