// The open ports of all guests. A guest has one of each kind at most.
using System.Globalization;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Guests;

internal sealed class GuestPorts(CloudState state) : IDisposable
{
    private readonly Dictionary<(string Server, string Kind), LoopbackPort> _open = [];
    private readonly Dictionary<(string Server, string Kind), int> _last = [];
    private bool _closed;

    /// <summary>Opens a port of a guest that is not the one before; an open one of the same kind is closed.</summary>
    /// <returns>The number of the port.</returns>
    public int Open(Document server, string kind, Func<Stream, CancellationToken, Task> serve)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var key = (server.Id, kind);
        var port = LoopbackPort.Open(serve);
        if (_last.TryGetValue(key, out var last) && port.Number == last)
        {
            // While it is held, the system gives another one.
            using var same = port;
            port = LoopbackPort.Open(serve);
        }

        // When the request fails, its port was never there.
        state.Journal?.OnRollback(() => Close(server, kind));
        Close(server, kind);
        _open[key] = port;
        _last[key] = port.Number;
        return port.Number;
    }

    /// <summary>The number of an open port, or null.</summary>
    public int? Find(Document server, string kind) => _open.TryGetValue((server.Id, kind), out var port) ? port.Number : null;

    public void Close(Document server, string kind)
    {
        if (_open.Remove((server.Id, kind), out var port)) port.Dispose();
    }

    /// <summary>Closes all ports of a guest that has gone.</summary>
    public void CloseAll(Document server)
    {
        foreach (var key in _open.Keys.Where(key => key.Server == server.Id).ToArray()) Close(server, key.Kind);
    }

    public void Dispose()
    {
        _closed = true;
        foreach (var port in _open.Values) port.Dispose();
        _open.Clear();
    }

    /// <summary>The address of a port for clients on this machine.</summary>
    public static string Address(string scheme, int port) => string.Create(CultureInfo.InvariantCulture, $"{scheme}://127.0.0.1:{port}");
}
