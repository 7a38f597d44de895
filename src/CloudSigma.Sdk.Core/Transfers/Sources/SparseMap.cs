// Asks the file system where a file has holes.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Linux and macOS tell by <c>lseek</c>; elsewhere, and on file systems that do not know, all is data. Files are read by position, so that moving the file's own does no harm.</summary>
internal static partial class SparseMap
{
    private const int NoMoreData = 6; // ENXIO

    /// <summary>Finds out what is at an offset.</summary>
    /// <returns>The end of the hole at the offset, and of the data behind it; a hole that ends at the offset is none.</returns>
    public static (long HoleEnd, long DataEnd) Find(SafeFileHandle file, long offset, long length)
    {
        if (offset >= length) return (offset, offset);
        var (data, hole) = OperatingSystem.IsLinux() ? (3, 4) : OperatingSystem.IsMacOS() ? (4, 3) : (0, 0);
        if (data == 0) return (offset, length);
        var dataStart = Seek(file, offset, data);
        // A hole up to the end of the file; or a pipe and the like, which are read.
        if (dataStart < 0) return Marshal.GetLastPInvokeError() == NoMoreData ? (length, length) : (offset, length);
        var dataEnd = Seek(file, dataStart, hole);
        return (Math.Min(dataStart, length), dataEnd < 0 ? length : Math.Min(dataEnd, length));
    }

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long Seek(SafeFileHandle file, long offset, int whence);
}
