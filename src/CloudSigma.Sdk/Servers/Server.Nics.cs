// Changes of the network cards of a server that was read.
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

public sealed partial record Server
{
    /// <summary>Adds a network card behind the others.</summary>
    /// <param name="configuration">What the card is connected to.</param>
    /// <param name="model">The card that the guest sees; null for the default, virtio.</param>
    /// <returns>The changed server, to be sent by <see cref="IServersClient.UpdateAsync(Server, UpdateServerOptions?, CancellationToken)"/>.</returns>
    /// <exception cref="InvalidOperationException">The server was read without its network cards.</exception>
    public Server AddNic(NicConfiguration configuration, NicModel? model = null) => this with { Nics = NicList.Add(Read(_nics, "nics"), configuration, model) };

    /// <summary>Changes the network card with a hardware address. The whole entry goes back, so that the card keeps what the function does not touch.</summary>
    /// <param name="mac">Hardware address of the card; upper and lower case are the same.</param>
    /// <param name="change">Makes the new card from the present one, e.g. <c>nic => nic.WithConfiguration(NicConfiguration.Dhcp())</c>.</param>
    /// <returns>The changed server, to be sent by <see cref="IServersClient.UpdateAsync(Server, UpdateServerOptions?, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">The server has no such card, or the function changed the hardware address or returned null.</exception>
    /// <exception cref="InvalidOperationException">The server was read without its network cards.</exception>
    public Server WithNic(string mac, Func<Nic, Nic> change) => this with { Nics = NicList.Change(Read(_nics, "nics"), mac, change) };

    /// <summary>Removes the network card with a hardware address.</summary>
    /// <param name="mac">Hardware address of the card; upper and lower case are the same.</param>
    /// <returns>The changed server, to be sent by <see cref="IServersClient.UpdateAsync(Server, UpdateServerOptions?, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">The server has no such card.</exception>
    /// <exception cref="InvalidOperationException">The server was read without its network cards.</exception>
    public Server RemoveNic(string mac) => this with { Nics = NicList.Remove(Read(_nics, "nics"), mac) };

    /// <summary>A list that was read. One that was not is unknown: sent with one entry, it would replace all that the server has (guide 9.3).</summary>
    private static IReadOnlyList<T> Read<T>(Member<IReadOnlyList<T>> list, string member) => list.IsPresent
        ? list.Or([])
        : throw new InvalidOperationException($"The server was read without its '{member}', and sending a changed list would drop those it has. Read it with GetAsync, or include '{member}' in the chosen fields.");
}
