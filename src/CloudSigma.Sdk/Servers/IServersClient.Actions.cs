// What servers can be made to do.
using System.Net;

namespace CloudSigma.Sdk;

/// <remarks>
/// An action that was accepted costs one request. Nothing has been read then: the <see cref="Operation{T}.Value"/> of the operation has only the uuid of the server, and
/// its status is <c>accepted</c>, until the operation is waited for or updated. Waits share their requests, so starting a fleet costs one request for each server and a few
/// lists. When the answer to an action is lost, the server is read, and its state says whether the action has begun; the operation then has all members from the beginning.
/// </remarks>
public partial interface IServersClient
{
    /// <summary>Starts a stopped server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">How it is started; null for the usual way.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was started is then not known.</param>
    /// <returns>The start; it ends when the server is <see cref="ServerStatus.Running"/>, and fails when it falls back or is <see cref="ServerStatus.Paused"/>.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not stopped.</exception>
    /// <exception cref="InsufficientFundsException">There is no money for 5 days of use.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-start")]
    Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Powers a running server off, without asking its guest.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was stopped is then not known.</param>
    /// <returns>The stop; it ends when the server is <see cref="ServerStatus.Stopped"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-stop")]
    Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Asks the guest of a running server to shut down (ACPI), for up to one minute.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">What happens when the guest does not react; null fails then.</param>
    /// <param name="cancellationToken">Cancels the request; whether the guest was asked is then not known.</param>
    /// <returns>The shutdown; it ends when the server is <see cref="ServerStatus.Stopped"/>, and fails when the server goes back to running.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or <see cref="ShutdownServerOptions.StopAfter"/> cannot work.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-shutdown")]
    Task<Operation<Server>> ShutdownAsync(Guid uuid, ShutdownServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Resets a running server, without asking its guest. The operation is taken from the official client; the documentation does not have it.</summary>
    /// <remarks>The server is read first, for a restarted server differs from one that goes on only by <see cref="ServerRuntime.ActiveSince"/>.</remarks>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the requests; whether the server was restarted is then not known.</param>
    /// <returns>The restart; it ends when the server is running since a later moment, and fails when it does not show one within 30 seconds.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("servers-restart")]
    Task<Operation<Server>> RestartAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Clones a server: its disks are cloned, CD-ROMs are on both, static addresses become dhcp (guide 11).</summary>
    /// <param name="uuid">Uuid of the source.</param>
    /// <param name="options">How the clone differs from the source; null for not at all.</param>
    /// <param name="cancellationToken">Cancels the request; whether the clone was begun is then not known.</param>
    /// <returns>
    /// The clone that is being made. It may be <see cref="ServerStatus.Stopped"/> from the beginning; the operation ends when its job has ended. The progress has a part for each disk.
    /// </returns>
    /// <exception cref="ArgumentException">A uuid is empty, or the name cannot be sent.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A clone is never sent twice by itself.</exception>
    [ApiOperation("servers-clone")]
    Task<Operation<Server>> CloneAsync(Guid uuid, CloneServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Opens a way to the screen of a running server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the way is open is then not known.</param>
    /// <returns>Where the screen is.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="InvalidResponseException">The answer does not say where the screen is.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-open-vnc")]
    Task<VncConnection> OpenVncAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Closes the way to the screen of a server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the way is closed is then not known.</param>
    /// <returns>A task that ends when the API has accepted it.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-close-vnc")]
    Task CloseVncAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Opens a way to the first serial port of a running server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the way is open is then not known.</param>
    /// <returns>Where the console is.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="InvalidResponseException">The answer does not say where the console is.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-open-console")]
    Task<ConsoleConnection> OpenConsoleAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Closes the way to the first serial port of a server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the way is closed is then not known.</param>
    /// <returns>A task that ends when the API has accepted it.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-close-console")]
    Task CloseConsoleAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Waits until a server is running and shows a public address, which it does not while it starts. It does not start the server.</summary>
    /// <remarks>Many waits at the same time share their requests.</remarks>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">Which address, and how long; null for any within the timeout of <see cref="PollingOptions"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or an option cannot work.</exception>
    /// <exception cref="OperationFailedException">
    /// The server stopped or was paused meanwhile, is stopped for longer than 30 seconds, stays unavailable, or has no network card that is given such an address.
    /// </exception>
    /// <exception cref="OperationTimeoutException">The time is over.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("servers-get")]
    Task<IPAddress> WaitForAddressAsync(Guid uuid, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a public address out of a server that was read, or waits until the server shows one.</summary>
    /// <param name="server">The server as it was read. When it is running and has an address already, nothing is sent.</param>
    /// <param name="options">Which address, and how long; null for any within the timeout of <see cref="PollingOptions"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The server has no uuid, or an option cannot work.</exception>
    /// <exception cref="OperationFailedException">
    /// The server stopped or was paused meanwhile, is stopped for longer than 30 seconds, stays unavailable, or has no network card that is given such an address.
    /// </exception>
    /// <exception cref="OperationTimeoutException">The time is over.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("servers-get")]
    Task<IPAddress> WaitForAddressAsync(Server server, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes up an operation on a server again, from its <see cref="Operation{T}.Id"/>.</summary>
    /// <param name="operationId">The id of an operation that this client, perhaps in another process, has made.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The operation with the present state of the server.</returns>
    /// <exception cref="ArgumentException">The id is not that of an operation on a server.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-get")]
    Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default);
}
