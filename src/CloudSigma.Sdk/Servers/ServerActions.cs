// The actions on servers, over HTTP.
using System.Net;
using System.Net.Sockets;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk;

/// <summary>Sends actions to servers of one kind, settles lost answers, and waits.</summary>
internal sealed class ServerActions(ApiPipeline pipeline, PollingOptions polling, ServerResource resource)
{
    private readonly ServerOperations _operations = new(pipeline, polling, resource);

    public Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        var request = ApiRequest.Post(
            resource.Id("start"), resource.ActionPath(uuid, "start") + Guard.AvoidQuery(options?.Avoid, '&', nameof(options)),
            new StartServerBody(options?.Method), SdkJson.Context.StartServerBody, RequestSafety.RepeatableAction);
        return ActAsync(request, options is { WaitForAddress: true } ? ServerAction.Address : ServerAction.Start, uuid, null, cancellationToken);
    }

    public Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        return ActAsync(resource.Action(uuid, "stop"), ServerAction.Stop, uuid, null, cancellationToken);
    }

    public async Task<Operation<Server>> ShutdownAsync(Guid uuid, ShutdownServerOptions? options, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        if (options?.StopAfter is not { } patience)
            return await ActAsync(resource.Action(uuid, "shutdown"), ServerAction.Shutdown, uuid, null, cancellationToken).ConfigureAwait(false);
        if (patience <= TimeSpan.Zero || patience >= polling.Timeout)
        {
            throw new ArgumentException(
                $"StopAfter is {patience}. It has to be longer than zero and shorter than the timeout of waits, {polling.Timeout}; a guest that is asked has one minute.", nameof(options));
        }

        var seen = await SendAsync(resource.Action(uuid, "shutdown"), ServerAction.Shutdown, uuid, null, cancellationToken).ConfigureAwait(false);
        return _operations.Shutdown(uuid, patience, seen);
    }

    public async Task<Operation<Server>> RestartAsync(Guid uuid, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        // A server that runs before and after tells only by the moment when it began to run.
        var before = (await _operations.ReadAsync(uuid, cancellationToken).ConfigureAwait(false)).Runtime?.ActiveSince;
        return await ActAsync(resource.Action(uuid, "restart"), ServerAction.Restart, uuid, before, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Operation<Server>> CloneAsync(Guid uuid, CloneServerOptions? options, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        options ??= new CloneServerOptions();
        Guard.Label(options.Name, nameof(options));
        var request = ApiRequest.Post(
            ServerResource.Servers.Id("clone"), resource.ActionPath(uuid, "clone") + Guard.AvoidQuery(options.Avoid, '&', nameof(options)),
            options, SdkJson.Context.CloneServerOptions);
        var clones = await pipeline.SendForObjectsAsync(request, SdkJson.Context.Server, cancellationToken).ConfigureAwait(false);
        return clones[0].Uuid != Guid.Empty
            ? _operations.Clone(clones[0])
            : throw new InvalidResponseException($"{request.OperationId} was accepted, but the answer has no uuid. The clone costs money; look for it in the list of servers.");
    }

    public async Task<VncConnection> OpenVncAsync(Guid uuid, CancellationToken cancellationToken) =>
        new(await OpenAsync(uuid, "open_vnc", "vnc_url", static r => r.VncUrl, cancellationToken).ConfigureAwait(false));

    public async Task<ConsoleConnection> OpenConsoleAsync(Guid uuid, CancellationToken cancellationToken) =>
        new(await OpenAsync(uuid, "open_console", "console_url", static r => r.ConsoleUrl, cancellationToken).ConfigureAwait(false));

    public Task CloseVncAsync(Guid uuid, CancellationToken cancellationToken) => CloseAsync(uuid, "close_vnc", cancellationToken);

    public Task CloseConsoleAsync(Guid uuid, CancellationToken cancellationToken) => CloseAsync(uuid, "close_console", cancellationToken);

    public async Task<IPAddress> WaitForAddressAsync(Server server, WaitForAddressOptions? options, CancellationToken cancellationToken)
    {
        var (family, timeout) = (options?.Family, options?.Timeout);
        if (family is not (null or AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
            throw new ArgumentException($"The Family is {family}. Use AddressFamily.InterNetwork for IPv4, AddressFamily.InterNetworkV6 for IPv6, or null for either.", nameof(options));
        if (timeout is { } time && (polling with { Timeout = time }).FindFault() is { } fault) throw new ArgumentException(fault, nameof(options));
        if (ServerAddress.Find(server, family) is { } known) return known;
        var wait = _operations.Address(server.Uuid, family, timeout);
        try
        {
            return ServerAddress.Find(await wait.WaitForCompletionAsync(progress: null, cancellationToken).ConfigureAwait(false), family)!;
        }
        catch (OperationFailedException e)
        {
            var why = ServerAddress.CanNever(wait.Value, family) ? "No network card of it has a configuration that gives one, dhcp or static." : "It has to be running.";
            throw new OperationFailedException($"The server {server.Uuid:D} gets no public address. {why} Its status is '{e.Status}'.", e.OperationId, e.Status, e.LastValue);
        }
    }

    /// <summary>Takes a server to stopped, from whatever it is doing, and deletes it.</summary>
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> StopAndDeleteAsync(Guid uuid, Func<Task> delete, CancellationToken cancellationToken)
    {
        var time = pipeline.Options.TimeProvider;
        var began = time.GetTimestamp();
        while (true)
        {
            var left = polling.Timeout - time.GetElapsedTime(began);
            var off = _operations.PowerOff(uuid, left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1));
            try
            {
                await off.WaitForCompletionAsync(progress: null, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException)
            {
                return false;
            }
            catch (PermissionDeniedException) when (off.Value.Status == ServerStatus.Paused)
            {
                // A halted server need not be stoppable (guide 16). The delete says whether it has to be.
            }

            try
            {
                return await Deletion.IfExistsAsync(delete).ConfigureAwait(false);
            }
            catch (PermissionDeniedException)
            {
                // Somebody may have started it in between.
                var server = await TryReadAsync(uuid, cancellationToken).ConfigureAwait(false);
                if (server is null || server.Status == ServerStatus.Stopped || server.Status == ServerStatus.Paused) throw;
            }
        }
    }

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken) => _operations.ResumeAsync(operationId, cancellationToken);

    private async Task<Operation<Server>> ActAsync(ApiRequest request, ServerAction action, Guid uuid, DateTimeOffset? before, CancellationToken cancellationToken) =>
        await SendAsync(request, action, uuid, before, cancellationToken).ConfigureAwait(false) is { } server
            ? _operations.Seen(action, server, before)
            : _operations.Accepted(action, uuid, before);

    /// <summary>Sends an action. When its answer is lost, or a repeated one is refused, the state of the server says what became of it.</summary>
    /// <returns>The server, if it had to be read; null when the action was accepted.</returns>
    private async Task<Server?> SendAsync(ApiRequest request, ServerAction action, Guid uuid, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        try
        {
            // The status says that the action was accepted; what the body repeats must not turn that into an error.
            await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (CloudSigmaException e) when (RetryRules.MayHaveBegun(e))
        {
            var server = await TryReadAsync(uuid, cancellationToken).ConfigureAwait(false);
            if (server is not null && ServerTransition.HasBegun(action, server, before)) return server;
            throw;
        }
    }

    /// <summary>Reads a server to explain an error. When that fails too, the first error says more: null.</summary>
    private async Task<Server?> TryReadAsync(Guid uuid, CancellationToken cancellationToken)
    {
        try
        {
            return await _operations.ReadAsync(uuid, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudSigmaException)
        {
            return null;
        }
    }

    private async Task<Uri> OpenAsync(Guid uuid, string action, string member, Func<ServerActionResult, string> address, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        var request = resource.Action(uuid, action);
        var results = await pipeline.SendForObjectsAsync(request, SdkJson.Context.ServerActionResult, cancellationToken).ConfigureAwait(false);
        return Uri.TryCreate(address(results[0]), UriKind.Absolute, out var url) && url is { Host.Length: > 0, Port: > 0 }
            ? url
            : throw new InvalidResponseException($"{request.OperationId} was accepted, but the answer has no '{member}' with a host and a port. Close it, and open it again.");
    }

    private Task CloseAsync(Guid uuid, string action, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(resource.Action(uuid, action), cancellationToken);
    }
}
