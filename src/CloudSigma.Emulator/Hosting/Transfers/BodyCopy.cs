// Moves the body of a request into a file.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class BodyCopy
{
    /// <summary>Reads a body to its end.</summary>
    /// <returns>False when it does not have the length that is expected.</returns>
    public static async Task<bool> CopyAsync(Stream body, ImageWriter writer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var count = await body.ReadAsync(writer.Free, cancellationToken).ConfigureAwait(false);
            if (count == 0) break;
            if (count > writer.Expected - writer.Written) return false;
            writer.Advance(count);
        }

        writer.Complete();
        return writer.Written == writer.Expected;
    }

    /// <summary>The refusal of a body with another length.</summary>
    public static ApiException WrongLength(long expected, string? point = null) =>
        ApiException.Validation(FormattableString.Invariant($"The body has to have {expected} bytes"), point);
}
