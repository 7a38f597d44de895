using System.Globalization;
using CloudSigma.Emulator;

namespace CloudSigma.Sdk.IntegrationTests.Resilience;

/// <summary>
/// Many mixed calls while everything goes wrong now and then. Every call ends in success or in a typed error, and in the end the cloud holds what callers
/// were told: nothing twice, nothing lost.
/// </summary>
public class FaultSoakTests
{
    private const int Workers = 16;

    /// <summary>A longer run: CLOUDSIGMA_SOAK_CALLS=200000 dotnet test --filter FaultSoak.</summary>
    private static readonly int Calls =
        int.TryParse(Environment.GetEnvironmentVariable("CLOUDSIGMA_SOAK_CALLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var calls) ? calls : 10_000;

    [Fact]
    public async Task Nothing_is_made_twice_and_nothing_is_lost()
    {
        await using var cloud = await CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions { Speed = 100_000, Seed = 7, RequestLogCapacity = 10 * Calls });
        foreach (var fault in Faults()) cloud.AddFault(fault);
        using var client = new CloudSigmaClient(new CloudSigmaClientOptions
        {
            Endpoint = cloud.Endpoint,
            Credential = CloudSigmaCredential.Basic(cloud.Accounts[0].Email, cloud.Accounts[0].Password),
            // Everything is a thousand times faster than in earnest, the limits apart.
            RequestTimeout = TimeSpan.FromMilliseconds(500),
            TotalTimeout = TimeSpan.FromSeconds(20),
            Retry = new RetryOptions { MaxRetries = 4, BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromSeconds(1), BudgetCapacity = 0 },
            RateLimits = null,
        });
        var workers = Enumerable.Range(0, Workers).Select(i => new Worker(client, i)).ToList();

        await Task.WhenAll(workers.Select(w => Task.Run(() => w.RunAsync(Calls / Workers))));

        cloud.ClearFaults();
        var log = cloud.Requests;
        var left = new Dictionary<Guid, Drive>();
        await foreach (var drive in client.Drives.ListAsync()) left.Add(drive.Uuid, drive);
        var deleted = log.SelectMany(r => r.Deleted).Select(Guid.Parse).ToHashSet();
        var made = log.Where(r => r.Method == "POST" && r.Path.EndsWith("/drives/", StringComparison.Ordinal)).SelectMany(r => r.Created).Select(Guid.Parse).ToList();

        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.Equal(made.Where(u => !deleted.Contains(u)).Order(), left.Keys.Order());
        foreach (var worker in workers) worker.Check(left, deleted);
        // Each name was asked for once. That it is there once shows that no create was repeated; the names of deleted drives are known to the workers.
        Assert.Equal(left.Count, left.Values.Select(d => d.Name).Distinct().Count());
        var asked = workers.Sum(w => w.Creates);
        Assert.InRange(made.Count, workers.Sum(w => w.Told), asked);
        // The faults did happen, and so did the retries.
        Assert.All(Enum.GetValues<EmulatorFaultKind>().Except([EmulatorFaultKind.Malformed, EmulatorFaultKind.SlowDrip]), k => Assert.Contains(log, r => r.Fault == k));
        Assert.InRange(log.Count, Calls + (Calls / 20), 10 * Calls);
        Assert.InRange(workers.Sum(w => w.Errors), 1, Calls / 4);
    }

    private static IEnumerable<EmulatorFault> Faults()
    {
        var seed = 100;
        EmulatorFault Fault(EmulatorFaultKind kind) => new() { Kind = kind, Times = null, Probability = 0.05, Seed = seed++ };
        yield return Fault(EmulatorFaultKind.Status) with { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } };
        yield return Fault(EmulatorFaultKind.Status) with { Status = 503 };
        yield return Fault(EmulatorFaultKind.DropBefore);
        yield return Fault(EmulatorFaultKind.DropAfter);
        yield return Fault(EmulatorFaultKind.DropDuring) with { Bytes = 10 };
        yield return Fault(EmulatorFaultKind.Truncate) with { Bytes = 20 };
        // A PUT is not delayed: carried out after its caller has given up, it may overtake a later one. No client can help that.
        foreach (var method in new[] { "GET", "POST", "DELETE" })
            yield return Fault(EmulatorFaultKind.Delay) with { Method = method, Delay = TimeSpan.FromMilliseconds(700) };
    }

    /// <summary>Works on drives of its own, and keeps book of what it was told.</summary>
    private sealed class Worker(CloudSigmaClient client, int number)
    {
        private readonly Random _random = new(number);
        private readonly Dictionary<Guid, HashSet<string>> _mine = [];
        private readonly HashSet<Guid> _gone = [];
        private readonly HashSet<Guid> _perhapsGone = [];
        private int _counter;

        public int Creates { get; private set; }

        /// <summary>Creates that were told to have worked.</summary>
        public int Told { get; private set; }

        public int Errors { get; private set; }

        public async Task RunAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                try
                {
                    await StepAsync(_random.Next(100));
                }
                catch (CloudSigmaException)
                {
                    // Any other type of exception ends the test.
                    Errors++;
                }
            }
        }

        public void Check(Dictionary<Guid, Drive> left, HashSet<Guid> deleted)
        {
            foreach (var (uuid, values) in _mine)
            {
                if (_perhapsGone.Contains(uuid)) continue;
                Assert.True(left.TryGetValue(uuid, out var drive), $"The drive {uuid} was told to exist and is lost.");
                Assert.Contains(drive.Meta.GetValueOrDefault("value") ?? "", values);
                Assert.DoesNotContain(uuid, deleted);
            }

            Assert.All(_gone, uuid => Assert.Contains(uuid, deleted));
        }

        private Task StepAsync(int dice) => dice switch
        {
            < 25 => CreateAsync(),
            _ when _mine.Count == 0 => CreateAsync(),
            < 60 => client.Drives.GetAsync(Pick()),
            < 70 => ListAsync(),
            < 90 => UpdateAsync(Pick()),
            _ => DeleteAsync(Pick()),
        };

        private Guid Pick() => _mine.Keys.ElementAt(_random.Next(_mine.Count));

        private async Task CreateAsync()
        {
            Creates++;
            var name = $"w{number}-{++_counter}";
            var drive = await client.Drives.CreateAsync(new NewDrive { Name = name, Size = ByteSize.GiB(1), ClientToken = _random.Next(2) == 0 ? name : null });
            Assert.Equal(name, drive.Name);
            Told++;
            _mine.Add(drive.Uuid, [""]);
        }

        private async Task ListAsync()
        {
            await foreach (var drive in client.Drives.ListAsync(new DriveFilter().Uuid(Pick()))) Assert.StartsWith("w", drive.Name, StringComparison.Ordinal);
        }

        private async Task UpdateAsync(Guid uuid)
        {
            var drive = await client.Drives.GetAsync(uuid);
            var value = $"{++_counter}";
            // Until it is known, either value may be there.
            _mine[uuid].Add(value);
            await client.Drives.UpdateAsync(drive with { Meta = new Dictionary<string, string>(drive.Meta) { ["value"] = value } });
            _mine[uuid] = [value];
        }

        private async Task DeleteAsync(Guid uuid)
        {
            var values = _mine[uuid];
            _mine.Remove(uuid);
            try
            {
                await client.Drives.DeleteAsync(uuid);
                _gone.Add(uuid);
            }
            catch (PermissionDeniedException)
            {
                // Still being created: nothing has happened to it.
                _mine.Add(uuid, values);
                throw;
            }
            catch (CloudSigmaException)
            {
                _perhapsGone.Add(uuid);
                throw;
            }
        }
    }
}
