// Bytes that are about to be hashed: on the stack, or in a rented buffer when they are many.
using System.Buffers;
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

internal ref struct DigestText(Span<byte> stack)
{
    private Span<byte> _buffer = stack;
    private byte[]? _rented;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer[_length..]);
        _length += bytes.Length;
    }

    public readonly void Dispose()
    {
        if (_rented is { } rented) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private void Reserve(int more)
    {
        if (_length + more <= _buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, _buffer.Length * 2));
        Written.CopyTo(larger);
        Dispose();
        _buffer = _rented = larger;
    }
}
