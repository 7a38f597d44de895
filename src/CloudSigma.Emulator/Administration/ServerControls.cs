// What a test can make happen to servers and accounts, for the addresses below /_emulator/ and for the class alike.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Administration;

internal sealed class ServerControls(CloudInstance cloud)
{
    /// <summary>Brings a server into a state.</summary>
    /// <exception cref="ApiException">There is no such server, or the state cannot follow on the present one.</exception>
    public void SetStatus(string id, EmulatorServerStatus status) => Change(() =>
    {
        ServerLife.Force(Find(id), status);
        return true;
    });

    /// <summary>Gives an account another amount of money.</summary>
    /// <exception cref="ApiException">There is no such account.</exception>
    public void SetBalance(string email, decimal balance) => Change(() =>
        (cloud.State.Partition(email) ?? throw ApiException.NotFound($"There is no account {email}")).Balance = balance);

    /// <summary>Opens the port on which a running guest answers questions about itself.</summary>
    /// <returns>The number of the port on 127.0.0.1.</returns>
    /// <exception cref="ApiException">There is no such server, it does not run, or it has no context.</exception>
    public int OpenContext(string id) => Change(() => ServerContext.Open(Find(id)));

    private Document Find(string id) =>
        cloud.State.Partitions.Select(partition => partition.Find(ServersResource.Name, id)).FirstOrDefault(static server => server is not null)
        ?? throw ApiException.NotFound($"There is no server {id}");

    // All of a change happens, or nothing.
    private T Change<T>(Func<T> work)
    {
        var state = cloud.State;
        lock (state.Gate)
        {
            state.Scheduler.Settle();
            return state.Transaction(work);
        }
    }
}
