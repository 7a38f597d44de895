// The yardstick.
using System.Globalization;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

/// <summary>Runs curl; the shell tells what it cost.</summary>
internal static class Curl
{
    public static async Task<TransferRun> UploadAsync(Uri direct, string file)
    {
        var (output, run) = await RunAsync($"-H 'Content-Type: application/octet-stream' -H 'Expect:' -X POST -T '{file}' '{direct}drives/upload/'").ConfigureAwait(false);
        return run with { Drive = Guid.Parse(output.Trim()) };
    }

    public static async Task<TransferRun> DownloadAsync(Uri direct, Guid drive, string file, bool thenSha256 = false) =>
        (await RunAsync($"-L -o '{file}' '{direct}drives/{drive}/download/'", thenSha256 ? $"; sha256sum '{file}'" : "").ConfigureAwait(false)).Run with { Drive = drive };

    private static async Task<(string Output, TransferRun Run)> RunAsync(string arguments, string then = "")
    {
        var process = ChildProcess.Start("bash", "-c", $"TIMEFORMAT='%R %U %S'; time {{ curl --fail --silent --user user@example.com:secret {arguments}{then}; }}");
        await using (process.ConfigureAwait(false))
        {
            var (output, error) = await process.ReadToEndAsync().ConfigureAwait(false);
            var times = error.Trim().Split(' ').Select(static t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            return (output, new TransferRun(times[0], times[1] + times[2], 0, 0, Guid.Empty));
        }
    }
}
