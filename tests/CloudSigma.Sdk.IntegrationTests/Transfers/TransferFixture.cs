// An emulator that is fast and has small drives, a client for it, and a folder for files.
using CloudSigma.Emulator;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Works in real time, for bytes travel over a socket while the test waits for their end. Nothing waits for long: the cloud is a thousand times faster than a real one.</summary>
public sealed class TransferFixture : IAsyncDisposable
{
    public static readonly PollingOptions QuickPolling = new() { FirstInterval = TimeSpan.FromMilliseconds(5), MaxInterval = TimeSpan.FromMilliseconds(50) };

    private readonly List<CloudSigmaClient> _clients = [];

    private TransferFixture(CloudSigmaEmulator emulator)
    {
        Emulator = emulator;
        Folder = Directory.CreateTempSubdirectory("cloudsigma-transfers-").FullName;
        Client = Connect();
    }

    public CloudSigmaEmulator Emulator { get; }

    public CloudSigmaClient Client { get; }

    public string Folder { get; }

    /// <summary>The requests with the bytes of chunks, by either protocol.</summary>
    public IReadOnlyList<EmulatorRequest> Chunks =>
        [.. Emulator.Requests.Where(static r => r.Method == "POST" && (r.Path.Contains("/chunks/", StringComparison.Ordinal) || r.Path.EndsWith("/upload/", StringComparison.Ordinal)) && !r.Path.EndsWith("/drives/upload/", StringComparison.Ordinal))];

    public static async Task<TransferFixture> StartAsync(Action<CloudSigmaEmulatorOptions>? change = null)
    {
        var location = new EmulatorLocation();
        var small = new EmulatorStorageLimits { Size = new EmulatorRange(64 << 10, 1L << 50) };
        var options = new CloudSigmaEmulatorOptions
        {
            Speed = 1000,
            RequestLogCapacity = 100_000,
            Location = location with { StorageTypes = location.StorageTypes.ToDictionary(static t => t.Key, t => t.Value with { Size = small.Size }) },
        };
        change?.Invoke(options);
        return new TransferFixture(await CloudSigmaEmulator.StartAsync(options));
    }

    public CloudSigmaClient Connect(CloudSigmaCredential? credential = null, Action<CloudSigmaClientOptions>? change = null)
    {
        var options = new CloudSigmaClientOptions
        {
            Endpoint = Emulator.Endpoint,
            Credential = credential ?? CloudSigmaCredential.Basic(Emulator.Accounts[0].Email, Emulator.Accounts[0].Password),
            Polling = QuickPolling,
            Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1) },
        };
        change?.Invoke(options);
        var client = new CloudSigmaClient(options);
        _clients.Add(client);
        return client;
    }

    /// <summary>Bytes that are no pattern, with a run of zeros of more than a block in the middle.</summary>
    public static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        if (length > 200_000) bytes.AsSpan(length / 2, 60_000).Clear();
        return bytes;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>The content of a drive, without what was added to reach the size of a drive.</summary>
    public async Task<byte[]> ReadAsync(Guid drive, int length)
    {
        using var memory = new MemoryStream();
        await Client.Drives.DownloadAsync(drive, DownloadTarget.ToStream(memory));
        var all = memory.ToArray();
        Assert.True(all.Length >= length);
        Assert.True(all.AsSpan(length).IndexOfAnyExcept((byte)0) < 0, "What a drive has more than its image is not zero.");
        return all[..length];
    }

    public async Task<IReadOnlyList<Drive>> DrivesAsync()
    {
        var drives = new List<Drive>();
        await foreach (var drive in Client.Drives.ListAsync()) drives.Add(drive);
        return drives;
    }

    /// <summary>All files in the folder, to see what is left behind.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder).Select(static f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Looks at something that another process or a server does, until it is so. A task that ends before is an error.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Task work)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!isSo())
        {
            Assert.False(work.IsCompleted, "The work ended before it was to be stopped.");
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await Emulator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
