// Recognizes images that are not raw by how they begin.
using System.Buffers.Binary;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>A format of disk images that a cloud which wants raw images would store as rubbish.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Converter">The command that makes a raw image of it.</param>
internal sealed record ImageFormat(string Name, string Converter)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadBytes = 1024;

    /// <summary>Whether the bytes are those of a gzip file.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, 0x08, ..];

    /// <summary>The format that the bytes begin with; null for what may be raw.</summary>
    public static ImageFormat? Detect(ReadOnlySpan<byte> head)
    {
        if (head is [(byte)'Q', (byte)'F', (byte)'I', 0xfb, ..]) return Convert(head.Length >= 8 && BinaryPrimitives.ReadInt32BigEndian(head[4..]) == 1 ? "qcow" : "qcow2");
        if (head.StartsWith("KDMV"u8) || head.StartsWith("COWD"u8) || head.StartsWith("# Disk DescriptorFile"u8)) return Convert("vmdk");
        if (head.Length >= 0x44 && BinaryPrimitives.ReadUInt32LittleEndian(head[0x40..]) == 0xbeda107f) return Convert("vdi");
        if (head.StartsWith("vhdxfile"u8)) return Convert("vhdx");
        if (head.StartsWith("conectix"u8)) return Convert("vpc", "vhd");
        if (head.StartsWith("QED\0"u8)) return Convert("qed");
        if (head.StartsWith("WithoutFreeSpace"u8) || head.StartsWith("WithouFreSpacExt"u8)) return Convert("parallels");
        if (head is [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..]) return new ImageFormat("xz", "xz --decompress --keep disk.img.xz");
        if (head is [0x28, 0xb5, 0x2f, 0xfd, ..]) return new ImageFormat("zstd", "zstd --decompress disk.img.zst");
        if (head.Length >= 10 && head.StartsWith("BZh"u8) && head[4..10].SequenceEqual<byte>([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])) return new ImageFormat("bzip2", "bzip2 --decompress --keep disk.img.bz2");
        if (head is [(byte)'P', (byte)'K', 3, 4, ..]) return new ImageFormat("zip", "unzip disk.zip");
        return null;
    }

    private static ImageFormat Convert(string format, string? extension = null) =>
        new(format, $"qemu-img convert -f {format} -O raw disk.{extension ?? format} disk.raw");
}
