// Another process, spoken to line by line.
using System.Diagnostics;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts this program with other arguments.</summary>
    public static ChildProcess Self(params string[] arguments) => Start("dotnet", [Environment.GetCommandLineArgs()[0], .. arguments]);

    public static ChildProcess Start(string program, params string[] arguments) =>
        new(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!);

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The other process has ended: {await _process.StandardError.ReadToEndAsync().ConfigureAwait(false)}");

    public Task WriteLineAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Waits for the end, and gives what was written to both outputs.</summary>
    public async Task<(string Output, string Error)> ReadToEndAsync()
    {
        var error = _process.StandardError.ReadToEndAsync();
        var output = await _process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode == 0 ? (output, await error.ConfigureAwait(false)) : throw new InvalidOperationException($"The other process has failed: {await error.ConfigureAwait(false)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
