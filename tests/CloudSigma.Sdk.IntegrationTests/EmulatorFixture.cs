// An emulator on a clock of its own, and a client on the same clock.
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests;

public sealed class EmulatorFixture : IAsyncDisposable
{
    private EmulatorFixture(CloudSigmaEmulator emulator, ManualTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        Client = Connect();
    }

    public CloudSigmaEmulator Emulator { get; }

    public ManualTimeProvider Time { get; }

    public CloudSigmaClient Client { get; }

    public static async Task<EmulatorFixture> StartAsync(Action<CloudSigmaEmulatorOptions>? change = null)
    {
        var time = new ManualTimeProvider();
        var options = new CloudSigmaEmulatorOptions { TimeProvider = time, Seed = 1 };
        change?.Invoke(options);
        return new EmulatorFixture(await CloudSigmaEmulator.StartAsync(options), time);
    }

    public CloudSigmaClient Connect(string? password = null, Action<CloudSigmaClientOptions>? change = null)
    {
        var options = new CloudSigmaClientOptions
        {
            Endpoint = Emulator.Endpoint,
            Credential = CloudSigmaCredential.Basic(Emulator.Accounts[0].Email, password ?? Emulator.Accounts[0].Password),
            TimeProvider = Time,
            // The clock stands still while the machine works; only waits move it.
            RequestTimeout = TimeSpan.FromDays(1),
            TotalTimeout = TimeSpan.FromDays(1),
        };
        change?.Invoke(options);
        return new CloudSigmaClient(options);
    }

    public async Task<T> RunAsync<T>(Task<T> task)
    {
        // Requests travel over a real socket meanwhile: their deadlines, a day away, must not fire, nor those of waits, an hour away.
        await Time.RunUntilCompletedAsync(task, within: TimeSpan.FromMinutes(20));
        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
