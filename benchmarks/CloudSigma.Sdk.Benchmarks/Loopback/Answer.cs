// Answers as bytes, made once.
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CloudSigma.Sdk.Benchmarks.Loopback;

internal static class Answer
{
    /// <summary>Header and body in one piece.</summary>
    public static byte[] Of(string json)
    {
        var length = Encoding.UTF8.GetByteCount(json).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Mon, 02 Nov 2026 10:00:00 GMT\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n{json}");
    }

    /// <summary>The number behind a name in the query, e.g. <c>offset=</c>; 0 when it is not there.</summary>
    public static int Number(ReadOnlySpan<byte> target, ReadOnlySpan<byte> name)
    {
        var begin = target.IndexOf(name);
        return begin >= 0 && Utf8Parser.TryParse(target[(begin + name.Length)..], out int value, out _) ? value : 0;
    }
}
