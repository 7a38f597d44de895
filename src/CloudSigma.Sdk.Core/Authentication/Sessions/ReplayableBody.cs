// Reads the body of an error answer and puts it back for the next reader.
using System.Text;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Authentication;

internal static class ReplayableBody
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>The text of the body, at most 64 KiB. The answer gets it back without compression.</summary>
    public static async ValueTask<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes];
        var length = 0;
        try
        {
            var stream = await ResponseBody.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            length = await stream.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            // The status says more than the broken connection.
            length = 0;
        }

        var copy = new ByteArrayContent(buffer, 0, length);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            if (!name.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("Content-Encoding", StringComparison.OrdinalIgnoreCase))
                copy.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = copy;
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
