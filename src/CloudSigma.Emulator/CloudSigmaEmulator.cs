// The way in: starts a cloud on a port of this machine and stops it.
using System.Net;
using System.Net.Sockets;
using CloudSigma.Emulator.Administration;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Resources.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace CloudSigma.Emulator;

/// <summary>A CloudSigma cloud in this process. It listens on 127.0.0.1 only and keeps everything in memory.</summary>
public sealed class CloudSigmaEmulator : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly EmulatorCore _core;
    private int _disposed;

    private CloudSigmaEmulator(WebApplication host, EmulatorCore core, EmulatorHosts hosts)
    {
        _host = host;
        _core = core;
        Endpoint = hosts.Api;
        DirectEndpoint = hosts.Direct;
    }

    /// <summary>The base address of the API, for example <c>http://127.0.0.1:8010/api/2.0/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>
    /// The base address on the host for uploads and downloads, for example <c>http://127.0.0.1:8011/api/2.0/</c>; <c>/locations/</c> shows it as
    /// <c>upload_url</c>. It answers the whole API, and raw uploads are there alone.
    /// </summary>
    public Uri DirectEndpoint { get; }

    /// <summary>The accounts of the cloud: those of the options first, then those that registered.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts => _core.Accounts;

    /// <summary>The last 1000 requests, oldest first, with what each changed and what was ignored in it.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => _core.Log.Snapshot();

    /// <summary>Starts a cloud and returns when it answers.</summary>
    /// <param name="options">The switches, or null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">A switch has a value that cannot be.</exception>
    /// <exception cref="IOException">The port is in use or may not be used.</exception>
    public static async Task<CloudSigmaEmulator> StartAsync(
        CloudSigmaEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CloudSigmaEmulatorOptions();
        options.Validate();
        options = options.Copy();

        var hosts = new EmulatorHosts();
        var core = new EmulatorCore(options, hosts);
        var handler = new RequestHandler(core);

        var host = EmulatorServer.Build(options, core.Clock);
        host.Run(handler.HandleAsync);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            await host.DisposeAsync().ConfigureAwait(false);
            if (problem is IOException { InnerException: AddressInUseException })
            {
                var port = options.DirectPort != 0 && problem.Message.Contains($":{options.DirectPort}:", StringComparison.Ordinal)
                    ? options.DirectPort
                    : options.Port;
                throw new IOException($"Port {port} on 127.0.0.1 is in use. Choose another one, or 0 for any free port.", problem);
            }

            throw;
        }

        // The server names its addresses in the order in which they were asked for.
        var addresses = host.Urls.Select(static url => new Uri(url)).ToArray();
        hosts.Set(new Uri(addresses[0], Router.Root), new Uri(addresses[1], Router.Root), addresses[2]);
        return new CloudSigmaEmulator(host, core, hosts);
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _core.Log.Clear();

    /// <summary>Injects a fault.</summary>
    /// <exception cref="ArgumentException">A member of the fault has a value that cannot be.</exception>
    public void AddFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _core.AddFault(fault);
    }

    /// <summary>Forgets all faults.</summary>
    public void ClearFaults() => _core.Faults.Clear();

    /// <summary>Brings objects, accounts, sessions, limits, faults and the request log back to the start. Time goes on.</summary>
    public void Reset() => _core.Reset();

    /// <summary>Moves emulator time ahead of the clock and lets everything happen that falls due.</summary>
    /// <param name="by">How far; not negative, and at most a thousand years in all.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time would go back, or too far.</exception>
    public void AdvanceTime(TimeSpan by) => _core.Advance(by);

    /// <summary>Ends all sessions, so that the next request of each is answered with 401.</summary>
    public void ExpireSessions() => _core.ExpireSessions();

    /// <summary>Lets a job that runs fail now. Its progress stays where it is, and a half-made copy becomes <c>unavailable</c>.</summary>
    /// <param name="uuid">The job.</param>
    /// <param name="message">What the job shall say in <c>data.message</c>, or null for nothing.</param>
    /// <exception cref="KeyNotFoundException">No account has such a job.</exception>
    /// <exception cref="InvalidOperationException">The job has ended already.</exception>
    public void FailJob(Guid uuid, string? message = null)
    {
        var state = _core.FailJob(uuid.ToString(), message) ?? throw new KeyNotFoundException($"There is no job {uuid}.");
        if (state != JobsResource.Started) throw new InvalidOperationException($"Job {uuid} has ended already, with \"{state}\".");
    }

    /// <summary>Makes something happen to a server that only happens by itself in the real cloud, such as a crash of its host.</summary>
    /// <param name="uuid">The server.</param>
    /// <param name="status">What it becomes.</param>
    /// <exception cref="KeyNotFoundException">No account has such a server.</exception>
    /// <exception cref="InvalidOperationException">The present state of the server does not allow it.</exception>
    public void SetServerStatus(Guid uuid, EmulatorServerStatus status) => Control(controls => controls.SetStatus(uuid.ToString(), status));

    /// <summary>Gives an account another amount of money. Without money no server starts.</summary>
    /// <param name="email">The account.</param>
    /// <param name="balance">The amount in the currency of the account; it may be negative.</param>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public void SetBalance(string email, decimal balance) => Control(controls => controls.SetBalance(email, balance));

    /// <summary>
    /// Connects to the second serial port of a guest, where it reads its server context: write <c>&lt;</c>, a line with a path and
    /// <c>&gt;</c>, and read up to the character 4. It ends when the guest stops.
    /// </summary>
    /// <param name="uuid">The server.</param>
    /// <param name="cancellationToken">Gives up connecting.</param>
    /// <returns>Both directions of the line. The caller disposes it.</returns>
    /// <exception cref="KeyNotFoundException">No account has such a server.</exception>
    /// <exception cref="InvalidOperationException">The server does not run, or its member <c>context</c> is false.</exception>
    public async Task<Stream> ConnectContextAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        var port = 0;
        Control(controls => port = controls.OpenContext(uuid.ToString()));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening and forgets the cloud.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _core.Stop();
        await _host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private void Control(Action<ServerControls> work)
    {
        try
        {
            work(new ServerControls(_core.Cloud));
        }
        catch (ApiException refusal) when (refusal.Status == 404)
        {
            throw new KeyNotFoundException(refusal.Message, refusal);
        }
        catch (ApiException refusal)
        {
            throw new InvalidOperationException(refusal.Message, refusal);
        }
    }
}
