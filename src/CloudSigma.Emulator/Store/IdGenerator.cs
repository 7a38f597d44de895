// Makes uuids, hardware addresses and ports, the same ones again when there is a seed.
using System.Globalization;
using System.Security.Cryptography;

namespace CloudSigma.Emulator.Store;

internal sealed class IdGenerator
{
    private readonly Random _objects;
    private readonly Random _requests;
    private readonly Random _secrets;
    private readonly Lock _gate = new();

    public IdGenerator(int? seed)
    {
        var first = seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        _objects = new Random(first);
        // Request ids have a sequence of their own, so that an extra request does not change the uuids of the objects.
        _requests = new Random(unchecked(first + 1));
        _secrets = new Random(unchecked(first + 2));
    }

    public string NewUuid() => Next(_objects).ToString("D");

    public string NewRequestId() => Next(_requests).ToString("N");

    /// <summary>Lower-case hexadecimal digits for nonces, sessions and the like; two for each byte.</summary>
    public string NewSecret(int bytes)
    {
        var secret = new byte[bytes];
        Fill(_secrets, secret);
        return Convert.ToHexStringLower(secret);
    }

    /// <summary>The seed of a random sequence of its own.</summary>
    public int NewSeed()
    {
        lock (_gate) return _secrets.Next();
    }

    /// <summary>A hardware address; those of CloudSigma begin with 22.</summary>
    public string NewMac()
    {
        Span<byte> bytes = stackalloc byte[5];
        Fill(_objects, bytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"22:{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}:{bytes[3]:x2}:{bytes[4]:x2}");
    }

    /// <summary>Makes a uuid of version 4 out of 16 bytes.</summary>
    public static Guid ToUuid(ReadOnlySpan<byte> source)
    {
        Span<byte> bytes = stackalloc byte[16];
        source[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number that follows from a uuid, for choices that have to come out the same in every run with one seed.</summary>
    public static uint NumberOf(string uuid)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.ParseExact(uuid, "D").TryWriteBytes(bytes);
        return BitConverter.ToUInt32(bytes);
    }

    private Guid Next(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(random, bytes);
        return ToUuid(bytes);
    }

    private void Fill(Random random, Span<byte> bytes)
    {
        lock (_gate) random.NextBytes(bytes);
    }
}
