// Runs steps against an emulator whose clock and random numbers are fixed, and collects what was said.
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.IntegrationTests.Recording;

/// <summary>A client on a cloud that is the same in every run.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private const int Seed = 20260102;

    private readonly CloudSigmaEmulator _cloud;
    private readonly RecordingHandler _handler;
    private readonly ManualTimeProvider _clock;
    private readonly SortedDictionary<string, string> _recordings = new(StringComparer.Ordinal);

    private Recorder(CloudSigmaEmulator cloud, ManualTimeProvider clock)
    {
        _cloud = cloud;
        _clock = clock;
        _handler = new RecordingHandler(cloud.Endpoint, cloud.DirectEndpoint, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <summary>The recordings by name, <c>{operation-id}[-variant]</c>.</summary>
    public IReadOnlyDictionary<string, string> Recordings => _recordings;

    /// <summary>A second account, which may run backfilling servers.</summary>
    public static EmulatorAccount Friend { get; } = new("friend@example.com", "hush") { Backfilling = true };

    public static async Task<Recorder> StartAsync()
    {
        var clock = new ManualTimeProvider();
        return new Recorder(await CloudSigmaEmulator.StartAsync(
            new CloudSigmaEmulatorOptions { Seed = Seed, TimeProvider = clock, Accounts = [EmulatorAccount.WellKnown, Friend] }), clock);
    }

    /// <summary>A client with a page size; all of them share the connection and the recordings.</summary>
    public CloudSigmaClient Client(int pageSize = 0, EmulatorAccount? account = null) => new(
        new CloudSigmaClientOptions
        {
            Endpoint = _cloud.Endpoint,
            Credential = CloudSigmaCredential.Basic((account ?? EmulatorAccount.WellKnown).Email, (account ?? EmulatorAccount.WellKnown).Password),
            PageSize = pageSize,
            PrefetchPages = false,
            TimeProvider = _clock,
        },
        new HttpClient(_handler, disposeHandler: false));

    /// <summary>Makes one call and keeps its exchanges under a name.</summary>
    public async Task<T> RecordAsync<T>(string name, Func<Task<T>> call)
    {
        var result = await call();
        Keep(name);
        return result;
    }

    public async Task RecordAsync(string name, Func<Task> call)
    {
        await call();
        Keep(name);
    }

    /// <summary>Reads a list to its end and keeps the exchanges.</summary>
    public Task<List<T>> RecordAsync<T>(string name, Pageable<T> list) => RecordAsync(name, async () =>
    {
        var items = new List<T>();
        await foreach (var item in list) items.Add(item);
        return items;
    });

    /// <summary>Makes a call of many requests, lets time pass while it waits, and keeps the requests of some operations.</summary>
    public async Task<T> RecordPartsAsync<T>(Task<T> call, params IReadOnlyList<(string Name, Func<CapturedRequest, bool> IsMeant)> parts)
    {
        // Deadlines are a minute away or more; only the waits for the drive are shorter.
        await _clock.RunUntilCompletedAsync(call, within: TimeSpan.FromSeconds(30));
        foreach (var (name, isMeant) in parts) _recordings.Add(name, _handler.Take(isMeant));
        _handler.Forget();
        return await call;
    }

    /// <summary>Makes a call that the cloud has to refuse.</summary>
    public async Task RecordRefusalAsync(string name, Func<Task> call)
    {
        await Assert.ThrowsAnyAsync<CloudSigmaApiException>(call);
        Keep(name);
    }

    /// <summary>Puts objects into the cloud that no request of the API makes.</summary>
    public async Task SeedAsync(string plan)
    {
        using var steering = new HttpClient();
        using var content = new StringContent(plan, System.Text.Encoding.UTF8, "application/json");
        using var answer = await steering.PostAsync(new Uri(_cloud.Endpoint, "/_emulator/seed"), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Lets time pass in the cloud, so that what is under way comes to its end.</summary>
    public void Wait(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        _handler.Dispose();
        await _cloud.DisposeAsync();
    }

    private void Keep(string name) => _recordings.Add(name, _handler.Take());
}
