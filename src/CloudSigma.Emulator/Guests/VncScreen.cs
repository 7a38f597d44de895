// The screen of a guest over RFB 3.3, 3.7 and 3.8: the handshake, a login with the password of the server, and a small black picture.
using System.Buffers.Binary;
using System.Text;

namespace CloudSigma.Emulator.Guests;

internal sealed class VncScreen(string name, string password)
{
    private const string Version = "RFB 003.008\n";
    private const byte VncType = 2;
    private const int Width = 64;
    private const int Height = 48;
    private const int LongestText = 1 << 20;

    public async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Version), cancellationToken).ConfigureAwait(false);
        var wanted = Encoding.ASCII.GetString(await ReadAsync(stream, Version.Length, cancellationToken).ConfigureAwait(false));
        var minor = wanted switch { Version => 8, "RFB 003.007\n" => 7, "RFB 003.003\n" => 3, _ => -1 };
        if (minor < 0 || !await AgreeOnTypeAsync(stream, minor, cancellationToken).ConfigureAwait(false)) return;
        if (!await LogInAsync(stream, minor, cancellationToken).ConfigureAwait(false)) return;
        await ReadAsync(stream, 1, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(ServerInit(), cancellationToken).ConfigureAwait(false);
        await ShowAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    // Old clients are told the type, newer ones choose it.
    private static async Task<bool> AgreeOnTypeAsync(Stream stream, int minor, CancellationToken cancellationToken)
    {
        byte[] offer = minor == 3 ? [0, 0, 0, VncType] : [1, VncType];
        await stream.WriteAsync(offer, cancellationToken).ConfigureAwait(false);
        if (minor == 3 || (await ReadAsync(stream, 1, cancellationToken).ConfigureAwait(false))[0] == VncType) return true;
        await stream.WriteAsync(Failure("This type of security is not offered", minor), cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> LogInAsync(Stream stream, int minor, CancellationToken cancellationToken)
    {
        var challenge = VncAuthentication.NewChallenge();
        await stream.WriteAsync(challenge, cancellationToken).ConfigureAwait(false);
        var response = await ReadAsync(stream, VncAuthentication.ChallengeLength, cancellationToken).ConfigureAwait(false);
        var right = VncAuthentication.IsRight(password, challenge, response);
        await stream.WriteAsync(right ? new byte[4] : Failure("The password is wrong", minor), cancellationToken).ConfigureAwait(false);
        return right;
    }

    // Only version 3.8 has a reason behind the result.
    private static byte[] Failure(string reason, int minor)
    {
        byte[] result = [0, 0, 0, 1];
        return minor < 8 ? result : [.. result, .. Counted(reason)];
    }

    private byte[] ServerInit()
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, Width);
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), Height);
        // 32 bits for each pixel, 24 of them colour, eight for each of red, green and blue.
        byte[] format = [32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0];
        return [.. size, .. format, .. Counted(name)];
    }

    private static async Task ShowAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytesPerPixel = 4;
        var kind = new byte[1];
        while (await stream.ReadAsync(kind, cancellationToken).ConfigureAwait(false) > 0)
        {
            switch (kind[0])
            {
                case 0:
                    var format = await ReadAsync(stream, 19, cancellationToken).ConfigureAwait(false);
                    if (format[3] is not (8 or 16 or 32)) return;
                    bytesPerPixel = format[3] / 8;
                    break;
                case 2:
                    var encodings = await ReadAsync(stream, 3, cancellationToken).ConfigureAwait(false);
                    await ReadAsync(stream, 4 * BinaryPrimitives.ReadUInt16BigEndian(encodings.AsSpan(1)), cancellationToken).ConfigureAwait(false);
                    break;
                case 3:
                    // The picture never changes, so nothing follows on a wish for changes.
                    var isIncremental = (await ReadAsync(stream, 9, cancellationToken).ConfigureAwait(false))[0] != 0;
                    if (!isIncremental) await stream.WriteAsync(Picture(bytesPerPixel), cancellationToken).ConfigureAwait(false);
                    break;
                case 4:
                    await ReadAsync(stream, 7, cancellationToken).ConfigureAwait(false);
                    break;
                case 5:
                    await ReadAsync(stream, 5, cancellationToken).ConfigureAwait(false);
                    break;
                case 6:
                    var text = await ReadAsync(stream, 7, cancellationToken).ConfigureAwait(false);
                    var length = BinaryPrimitives.ReadUInt32BigEndian(text.AsSpan(3));
                    if (length > LongestText) return;
                    await ReadAsync(stream, (int)length, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    return;
            }
        }
    }

    // One rectangle, raw. Black is zero in every format.
    private static byte[] Picture(int bytesPerPixel)
    {
        const int head = 4 + 12;
        var picture = new byte[head + (Width * Height * bytesPerPixel)];
        picture[3] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(8), Width);
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(10), Height);
        return picture;
    }

    private static byte[] Counted(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return [.. length, .. bytes];
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
