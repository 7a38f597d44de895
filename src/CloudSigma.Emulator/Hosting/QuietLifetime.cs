// Leaves the signals of the process to the program that contains the emulator.
using Microsoft.Extensions.Hosting;

namespace CloudSigma.Emulator.Hosting;

internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
