// Writes a small file so that it is there whole or not at all.
namespace CloudSigma.Sdk.Core.Transfers;

internal static class AtomicFile
{
    /// <summary>Replaces a file in one step.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        try
        {
            using (var file = File.OpenHandle(draft, FileMode.Create, FileAccess.Write)) RandomAccess.Write(file, bytes, 0);
            File.Move(draft, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(draft);
            throw;
        }
    }
}
