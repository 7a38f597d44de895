// What a guest can ask about its own server, over its second serial port.
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

/// <summary>Reads the server context from inside a guest (guide 20). It needs no account: the host answers on the second serial port of the server.</summary>
/// <remarks>
/// It is safe for several threads; questions wait for each other. After a question that was given up, the next one first finds out which answer is its own. Only one
/// program should use the port at a time.
/// </remarks>
public sealed class ServerContextClient : IAsyncDisposable, IDisposable
{
    /// <summary>Members of every context. Which of them is asked for changes, so that the answer to an earlier probe is not taken for that to a new one.</summary>
    private static readonly string[] Probes = ["uuid", "mem", "cpu", "name"];

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _stream;
    private readonly ServerContextClientOptions _options;
    private readonly ContextLine _line;
    private bool _isOutOfStep;
    private int _probe;
    private bool _isDisposed;

    /// <summary>Makes a client over a stream that leads to the context.</summary>
    /// <param name="stream">A stream in both directions: the serial port, in raw mode and without echo. On Windows it is <c>COM2</c>.</param>
    /// <param name="options">How it asks; null for the defaults.</param>
    /// <exception cref="ArgumentException">The stream goes in one direction only, or an option is out of range.</exception>
    public ServerContextClient(Stream stream, ServerContextClientOptions? options = null) : this(stream, options, isOutOfStep: false)
    {
    }

    private ServerContextClient(Stream stream, ServerContextClientOptions? options, bool isOutOfStep)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _options = options ?? new ServerContextClientOptions();
        if (!stream.CanRead || !stream.CanWrite) throw new ArgumentException("The stream has to be readable and writable.", nameof(stream));
        if (_options.Timeout <= TimeSpan.Zero) throw new ArgumentException($"The Timeout is {_options.Timeout}. It has to be larger than zero.", nameof(options));
        if (_options.MaxLength <= 0) throw new ArgumentException($"The MaxLength is {_options.MaxLength}. It has to be larger than zero.", nameof(options));
        if (_options.TimeProvider is null) throw new ArgumentException("The TimeProvider is null. Leave it out for the clock of the system.", nameof(options));
        _stream = stream;
        _line = new ContextLine(stream, _options.MaxLength);
        _isOutOfStep = isOutOfStep;
    }

    /// <summary>Opens the serial port of a Linux guest and puts it into raw mode without echo. What another program has left unread is skipped.</summary>
    /// <param name="path">The port. Opening it usually needs root or the group <c>dialout</c>.</param>
    /// <param name="options">How it asks; null for the defaults.</param>
    /// <returns>The client; disposing it closes the port.</returns>
    /// <exception cref="CloudSigmaConnectionException">The port cannot be opened, or is no terminal.</exception>
    [SupportedOSPlatform("linux")]
    public static ServerContextClient OpenSerialPort(string path = "/dev/ttyS1", ServerContextClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var stream = SerialPort.Open(path);
        try
        {
            return new ServerContextClient(stream, options, isOutOfStep: true);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads everything.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The server as its guest sees it.</returns>
    /// <exception cref="CloudSigmaTimeoutException">No complete answer came in time, e.g. because the server has no context.</exception>
    /// <exception cref="CloudSigmaConnectionException">The stream ended or failed.</exception>
    /// <exception cref="InvalidResponseException">The answer is too long or cannot be understood.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    [ApiOperation("context-full")]
    public async Task<ServerContextInfo> GetAsync(CancellationToken cancellationToken = default)
    {
        var line = await AskAsync("", cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(line, SdkJson.Context.ServerContextInfo) ?? throw ContextText.NotUnderstood("", line.Length, "it is null", null);
        }
        catch (JsonException e)
        {
            throw ContextText.NotUnderstood("", line.Length, string.Create(CultureInfo.InvariantCulture, $"it is no context at {e.Path ?? "its beginning"}, byte {e.BytePositionInLine}"), null);
        }
    }

    /// <summary>Reads one value.</summary>
    /// <param name="path">Names and list indexes from 0, joined by slashes; a slash in front is optional: <c>name</c>, <c>/meta/ssh_public_key</c>, <c>/nics/0/mac</c>.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>
    /// The value, with its line breaks and tabs; numbers as they are written; objects and lists as JSON. Null for a value that is null or empty, and for a path that does
    /// not exist where the host answers that with nothing; the three look the same.
    /// </returns>
    /// <exception cref="ArgumentException">The path has a control character.</exception>
    /// <exception cref="CloudSigmaTimeoutException">No complete answer came in time, e.g. because the server has no context.</exception>
    /// <exception cref="CloudSigmaConnectionException">The stream ended or failed.</exception>
    /// <exception cref="InvalidResponseException">The answer is too long or cannot be understood.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    [ApiOperation("context-value")]
    public async Task<string?> GetValueAsync(string path, CancellationToken cancellationToken = default)
    {
        var line = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        if (line.Length == 0) return null;
        // JSON has escapes of its own.
        return line[0] is '{' or '[' && ContextText.Json(line) is not null ? line : ContextText.Unescape(line);
    }

    /// <summary>Reads an object, a list, or a number as JSON.</summary>
    /// <param name="path">Names and list indexes from 0, joined by slashes; a slash in front is optional: <c>/nics/0</c>, <c>meta</c>. An empty path is everything.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The JSON. Null for a value that is null, and for a path that does not exist where the host answers that with nothing.</returns>
    /// <exception cref="ArgumentException">The path has a control character.</exception>
    /// <exception cref="CloudSigmaTimeoutException">No complete answer came in time, e.g. because the server has no context.</exception>
    /// <exception cref="CloudSigmaConnectionException">The stream ended or failed.</exception>
    /// <exception cref="InvalidResponseException">The answer is too long, or no JSON, as texts are: read them with <see cref="GetValueAsync"/>.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    [ApiOperation("context-value")]
    public async Task<JsonElement?> GetJsonAsync(string path, CancellationToken cancellationToken = default)
    {
        var line = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        if (line.Length == 0) return null;
        return ContextText.Json(line) ?? throw ContextText.NotUnderstood(path, line.Length, "it is not JSON", null);
    }

    /// <summary>Closes the stream, unless the options leave it open. A question under way fails.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _line.Abandon();
        if (!_options.LeaveOpen) _stream.Dispose();
    }

    /// <summary>Closes the stream, unless the options leave it open. A question under way fails.</summary>
    /// <returns>A task that ends when the stream is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _line.Abandon();
        if (!_options.LeaveOpen) await _stream.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Asks when it is its turn.</summary>
    private async Task<string> AskAsync(string path, CancellationToken cancellationToken)
    {
        var question = ContextText.Question(path);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using var deadline = new Deadline(_options.Timeout, _options.TimeProvider, cancellationToken);
            deadline.Restart();
            return await AskAsync(path, question, deadline, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<string> AskAsync(string path, byte[] question, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            if (_isOutOfStep) await StepInAsync(deadline.Token).ConfigureAwait(false);
            _line.Forget();
            // Until the whole answer is there, it may still come.
            _isOutOfStep = true;
            await _line.WriteAsync(question, deadline.Token).ConfigureAwait(false);
            var answer = await _line.ReadAsync(deadline.Token).ConfigureAwait(false);
            _isOutOfStep = false;
            return ContextText.Line(answer ?? throw TooLong(path), path);
        }
        catch (OperationCanceledException e) when (deadline.HasExpired)
        {
            throw new CloudSigmaTimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"The server context has not answered the question for '{path}' within {_options.Timeout.TotalSeconds:0.###} seconds. Is the context of the server enabled, and the port in raw mode?"), e);
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw new CloudSigmaConnectionException($"The line to the server context failed during the question for '{path}': {e.Message}", e);
        }
    }

    /// <summary>Skips what earlier questions have left: asks for everything, and then for a member that is known from it. The answer that fits is the last one.</summary>
    private async Task StepInAsync(CancellationToken cancellationToken)
    {
        var probe = Probes[_probe++ % Probes.Length];
        _line.Forget();
        string? expected = null;
        while (expected is null)
        {
            // Each time anew: the end of an old answer may have swallowed the new one.
            await _line.WriteAsync(ContextText.Question(""), cancellationToken).ConfigureAwait(false);
            expected = Expected(await _line.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw TooLong(""), probe);
        }

        await _line.WriteAsync(ContextText.Question(probe), cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var answer = await _line.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw TooLong(probe);
            // An older answer with everything may have come first, and the server may have changed since.
            if (Expected(answer, probe) is { } newer) expected = newer;
            else if (IsText(answer, expected)) return;
        }
    }

    /// <summary>The value of a member in an answer with everything; null when it is another answer.</summary>
    private static string? Expected(byte[] answer, string probe)
    {
        try
        {
            var json = ContextText.Json(ContextText.Line(answer, ""));
            return json is { ValueKind: JsonValueKind.Object } whole && Probes.All(p => whole.TryGetProperty(p, out _)) ? whole.GetProperty(probe).ToString() : null;
        }
        catch (Exception e) when (e is InvalidResponseException or InvalidOperationException)
        {
            // Not UTF-8, or a text with half a surrogate pair.
            return null;
        }
    }

    private static bool IsText(byte[] answer, string expected)
    {
        try
        {
            return ContextText.Unescape(ContextText.Line(answer, "")) == expected;
        }
        catch (InvalidResponseException)
        {
            return false;
        }
    }

    private InvalidResponseException TooLong(string path) => new(string.Create(
        CultureInfo.InvariantCulture, $"The answer of the server context to the question for '{path}' has more than {_options.MaxLength} bytes. Raise {nameof(ServerContextClientOptions.MaxLength)}."));
}
