// The whole body of one object in a rented buffer. Lists do not come this way: they are parsed as they arrive.
using System.Buffers;
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk.Core.Http;

internal struct PooledBody : IDisposable
{
    /// <summary>A single object or the answer of a create is never larger than this; a larger body is refused.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength ?? 0;
        var body = new PooledBody { _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(announced + 1, 4096, 1 << 20)) };
        try
        {
            var stream = await ResponseBody.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken).ConfigureAwait(false);
                    if (read == 0) return body;
                    body._length += read;
                    if (body._length == body._buffer.Length) body.Grow();
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is { } buffer) ArrayPool<byte>.Shared.Return(buffer);
        _buffer = null!;
    }

    private void Grow()
    {
        if (_length >= MaxBytes) throw new InvalidResponseException($"The body of the answer is larger than {MaxBytes} bytes.");
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
