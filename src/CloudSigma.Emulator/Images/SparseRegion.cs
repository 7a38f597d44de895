// Finds out which parts of a sparse file hold data, so that holes are not read.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Emulator.Images;

internal static partial class SparseRegion
{
    private const int NoSuchData = 6;

    // The numbers of the two questions are the other way round on macOS.
    private static readonly int SeekData = OperatingSystem.IsMacOS() ? 4 : 3;
    private static readonly int SeekHole = OperatingSystem.IsMacOS() ? 3 : 4;
    private static readonly bool CanAsk = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Whether there is data at an offset, and where that ends. Where the system cannot tell, all is data.</summary>
    /// <param name="file">The file; its position is moved, which reads at an offset do not notice.</param>
    /// <param name="offset">Where to look, before the end of the file.</param>
    /// <param name="end">The end of the file.</param>
    public static (bool IsData, long End) At(SafeFileHandle file, long offset, long end)
    {
        if (!CanAsk) return (true, end);
        var data = Seek(file, offset, SeekData);
        if (data < 0) return Marshal.GetLastPInvokeError() == NoSuchData ? (false, end) : (true, end);
        if (data > offset) return (false, Math.Min(data, end));
        var hole = Seek(file, offset, SeekHole);
        return (true, hole < 0 ? end : Math.Min(hole, end));
    }

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long Seek(SafeFileHandle file, long offset, int whence);
}
