using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Tests.ServerContexts;

/// <summary>The serial port of a guest, played by a pseudo-terminal of the machine.</summary>
public class SerialPortTests
{
    private const int ReadWrite = 2;

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task A_terminal_is_put_into_raw_mode_and_what_was_left_in_it_is_skipped()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var master = OpenMaster(out var path);
        using var line = new FileStream(master, FileAccess.ReadWrite, bufferSize: 0);
        // Left by an earlier program, before the port is opened.
        await line.WriteAsync("left over\n\u0004"u8.ToArray());
        var client = ServerContextClient.OpenSerialPort(path);
        var host = new FakeContextHost(line, FakeContextHost.Context);
        // It reads until the test ends: closing the other end of a pseudo-terminal is an input error for it.
        var running = host.RunAsync().ContinueWith(static t => Assert.IsType<IOException>(t.Exception!.InnerException), TaskScheduler.Default);

        // With echo the host would see its own answers as questions; without raw mode, line breaks would change and 0x04 would end the input.
        Assert.Equal("a\nb\t\"c\"", await client.GetValueAsync("/meta/key"));
        Assert.Equal("web", (await client.GetAsync()).Name);
        Assert.Equal(["", "uuid", "/meta/key", ""], host.Paths);

        await client.DisposeAsync();
        await running;
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void What_is_no_serial_port_cannot_be_opened()
    {
        if (!OperatingSystem.IsLinux()) return;
        foreach (var path in new[] { "/dev/null", "/nowhere/ttyS1", "/tmp" })
        {
            var error = Assert.Throws<CloudSigmaConnectionException>(() => ServerContextClient.OpenSerialPort(path));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.False(error.MayHaveBeenSent);
        }

        Assert.Throws<ArgumentException>(() => ServerContextClient.OpenSerialPort(""));
    }

    private static SafeFileHandle OpenMaster(out string path)
    {
        var master = new SafeFileHandle(posix_openpt(ReadWrite), ownsHandle: true);
        Assert.False(master.IsInvalid);
        var name = new byte[256];
        Assert.Equal(0, grantpt(master));
        Assert.Equal(0, unlockpt(master));
        Assert.Equal(0, ptsname_r(master, name, (nuint)name.Length));
        path = Encoding.UTF8.GetString(name.AsSpan(0, name.AsSpan().IndexOf((byte)0)));
        return master;
    }

    [DllImport("libc")]
    private static extern nint posix_openpt(int flags);

    [DllImport("libc")]
    private static extern int grantpt(SafeFileHandle master);

    [DllImport("libc")]
    private static extern int unlockpt(SafeFileHandle master);

    [DllImport("libc")]
    private static extern int ptsname_r(SafeFileHandle master, [Out] byte[] name, nuint length);
}
