// A disk of a few megabytes.
using System.Diagnostics;
using System.Globalization;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    /// <summary>Mounts a disk; null where that cannot be done.</summary>
    public static SmallDisk? TryMount(string path, int bytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;
        Directory.CreateDirectory(path);
        return Run("mount", "-t", "tmpfs", "-o", Size(bytes), "tmpfs", path) ? new SmallDisk(path) : null;
    }

    public void Resize(int bytes) => Assert.True(Run("mount", "-o", "remount," + Size(bytes), _path));

    public ValueTask DisposeAsync()
    {
        Assert.True(Run("umount", _path));
        return ValueTask.CompletedTask;
    }

    private static string Size(int bytes) => "size=" + bytes.ToString(CultureInfo.InvariantCulture);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
