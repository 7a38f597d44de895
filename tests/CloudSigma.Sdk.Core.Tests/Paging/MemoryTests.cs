using System.Text;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Paging;

/// <summary>Measures live memory, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public async Task A_million_objects_are_read_in_constant_memory()
    {
        const int Count = 1_000_000;
        var server = new ItemServer(0) { Answer = (_, _) => Task.FromResult(FakeHandler.Body(new EndlessList(Count))) };
        long peak = 0, seen = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var item in server.List(o => o with { PageSize = 0 }))
        {
            if (++seen % 250_000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            GC.KeepAlive(item);
        }

        Assert.Equal(Count, seen);
        Assert.InRange(peak, long.MinValue, 4 * 1024 * 1024);
    }

    private sealed class EndlessList(int count) : Stream
    {
        private int _next = -1;
        private byte[] _chunk = [];
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_position == _chunk.Length)
            {
                if (_next > count) return 0;
                _chunk = Encoding.UTF8.GetBytes(Next());
                _position = 0;
            }

            var length = Math.Min(buffer.Length, _chunk.Length - _position);
            _chunk.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            return length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private string Next()
        {
            if (_next == -1)
            {
                _next = 0;
                return $$"""{"meta": {"limit": 0, "offset": 0, "total_count": {{count}}}, "objects": [""";
            }

            if (_next == count)
            {
                _next++;
                return "]}";
            }

            var text = new StringBuilder();
            for (var i = 0; i < 100 && _next < count; i++, _next++)
                text.Append(_next > 0 ? "," : "").Append("{\"uuid\":\"").Append(new Guid(_next + 1, 0, 0, new byte[8]).ToString("D")).Append("\",\"name\":\"n\"}");
            return text.ToString();
        }
    }
}
