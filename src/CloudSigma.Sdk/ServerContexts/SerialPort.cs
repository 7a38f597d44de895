// Serial ports of Linux, without a package.
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk;

/// <summary>Does what <c>stty raw -echo</c> does. The settings are a block of bytes here, whose layout only the C library has to know.</summary>
[SupportedOSPlatform("linux")]
internal static class SerialPort
{
    // struct termios has 44 to 72 bytes, depending on library and processor.
    private const int MoreThanTermios = 512;
    private const int Now = 0;
    private const int UnreadInput = 0;

    /// <summary>Opens a port in raw mode and drops what was not read from it.</summary>
    /// <exception cref="CloudSigmaConnectionException">It cannot be opened, or is no terminal.</exception>
    public static FileStream Open(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var settings = new byte[MoreThanTermios];
            Check(tcgetattr(handle, settings));
            cfmakeraw(settings);
            Check(tcsetattr(handle, Now, settings));
            Check(tcflush(handle, UnreadInput));
            return new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            handle?.Dispose();
            throw new CloudSigmaConnectionException($"The serial port {path} cannot be opened: {e.Message}", e) { MayHaveBeenSent = false };
        }
    }

    private static void Check(int result)
    {
        if (result != 0) throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int tcgetattr(SafeFileHandle port, [Out] byte[] settings);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcsetattr(SafeFileHandle port, int when, [In] byte[] settings);

    [DllImport("libc")]
    private static extern void cfmakeraw([In, Out] byte[] settings);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcflush(SafeFileHandle port, int queue);
}
