using System.IO.Compression;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;
using CloudSigma.Sdk.Core.Transfers.Targets;

namespace CloudSigma.Sdk.Core.Tests.Transfers;

/// <summary>The parts of transfers that touch files.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cloudsigma-core-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("3d504199-6bac-4612-a19e-691c9c6c6728", "3d504199-6bac-4612-a19e-691c9c6c6728")]
    [InlineData("disk image (1).img", "disk image (1).img")]
    [InlineData("\"quoted.img\"", "quoted.img")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("/etc/cron.d/evil", "evil")]
    [InlineData(@"C:\Windows\evil.exe", "evil.exe")]
    [InlineData(@"..\evil", "evil")]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("a/", null)]
    [InlineData(".bashrc", null)]
    [InlineData("name.", null)]
    [InlineData("CON", null)]
    [InlineData("nul.img", null)]
    [InlineData("a\0b", null)]
    [InlineData("a\nb", null)]
    [InlineData("a:b", null)]
    [InlineData("*.img", null)]
    [InlineData("\u202egmi.exe", null)]
    public void A_name_from_a_server_is_a_plain_file_or_nothing(string? suggested, string? expected) => Assert.Equal(expected, SafeFileName.From(suggested));

    [Fact]
    public void Zeros_are_left_out_and_old_bytes_under_them_are_not()
    {
        var path = Path.Combine(_folder, "f");
        var bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        bytes.AsSpan(5_000, 30_000).Clear();
        foreach (var hasOldBytes in new[] { false, true })
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
            RandomAccess.SetLength(file, 60_000);
            if (hasOldBytes) RandomAccess.Write(file, Enumerable.Repeat((byte)7, 60_000).ToArray(), 0);

            SparseWriter.Write(file, bytes, 1_234, hasOldBytes);

            var read = new byte[bytes.Length];
            RandomAccess.Read(file, read, 1_234);
            Assert.Equal(bytes, read);
        }
    }

    [Fact]
    public async Task A_sparse_file_is_read_with_its_holes_as_zeros()
    {
        var path = Path.Combine(_folder, "f");
        var expected = new byte[9_000_001];
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite))
        {
            RandomAccess.SetLength(file, expected.Length);
            foreach (var at in new[] { 0, 3_000_000, 8_999_000 })
            {
                new Random(at).NextBytes(expected.AsSpan(at, 1_001));
                RandomAccess.Write(file, expected.AsSpan(at, 1_001), at);
            }
        }

        await using var reader = FileReader.Open(path);
        foreach (var start in new[] { 0, 1, 500, 2_999_999, 5_000_000, 9_000_000 })
        {
            await using var segment = await reader.OpenAsync(start, CancellationToken.None);
            using var all = new MemoryStream();
            while (await segment.ReadAsync(long.MaxValue, CancellationToken.None) is { IsEmpty: false } bytes) all.Write(bytes.Span);
            Assert.True(expected.AsSpan(start).SequenceEqual(all.ToArray()), $"From {start} on, other bytes were read than are there.");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public async Task Gzip_of_several_members_is_read_to_its_end_and_a_cut_is_noticed(int step)
    {
        var plain = new byte[200_000];
        new Random(1).NextBytes(plain.AsSpan(0, 100_000));
        byte[] packed = [.. Compress(plain[..60_000]), .. Compress([]), .. Compress(plain[60_000..])];

        Assert.Equal(plain, await DecompressAsync(packed, step));
        foreach (var cut in new[] { 1, 4, 8, 9, 50, packed.Length / 2, packed.Length - 1 })
            await Assert.ThrowsAsync<TransferIntegrityException>(() => DecompressAsync(packed[..^cut], step));
        packed[packed.Length / 3] ^= 0x10;
        await Assert.ThrowsAsync<TransferIntegrityException>(() => DecompressAsync(packed, step));
    }

    [Fact]
    public async Task Something_behind_gzip_is_not_overlooked() =>
        await Assert.ThrowsAsync<TransferIntegrityException>(() => DecompressAsync([.. Compress(new byte[1000]), 1, 2, 3], 1000));

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }

    private static async Task<byte[]> DecompressAsync(byte[] packed, int step)
    {
        await using var stream = new CompleteGzipStream(new SteppingStream(packed, step));
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private sealed class SteppingStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
