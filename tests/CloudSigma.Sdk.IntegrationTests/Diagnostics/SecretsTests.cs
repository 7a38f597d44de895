using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.IntegrationTests.Diagnostics;

/// <summary>Plants secrets everywhere and looks for them in everything that the SDK tells.</summary>
[CollectionDefinition(nameof(SecretsTests), DisableParallelization = true)]
[Collection(nameof(SecretsTests))]
public class SecretsTests
{
    private const string Canary = "CANARY";

    private readonly ConcurrentQueue<string> _told = new();

    private static CloudSigmaCredential Credential(string scheme, string password) => scheme switch
    {
        "basic" => CloudSigmaCredential.Basic("user@example.com", password),
        "digest" => CloudSigmaCredential.Digest("user@example.com", password),
        "session" => CloudSigmaCredential.Session("user@example.com", password),
        _ => CloudSigmaCredential.Bearer(password),
    };

    [Theory]
    [InlineData("basic")]
    [InlineData("digest")]
    [InlineData("session")]
    [InlineData("bearer")]
    public async Task No_secret_is_in_any_log_exception_activity_or_metric(string scheme)
    {
        using var activities = ListenToActivities();
        using var meters = ListenToMeters();
        await using var cloud = await CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions
        {
            Speed = 100_000,
            Accounts = [new EmulatorAccount("user@example.com", Canary + "-password") { Token = Canary + "-password" }],
        });
        await using var provider = Services(cloud.Endpoint, Credential(scheme, Canary + "-password"));
        var client = provider.GetRequiredService<ICloudSigmaClient>();
        var definition = new NewServer
        {
            Name = "s",
            Cpu = 1000,
            Memory = ByteSize.GiB(1),
            VncPassword = Canary + "-vnc",
            Meta = new Dictionary<string, string> { ["ssh_public_key"] = Canary + "-meta" },
        };

        var server = await client.Servers.CreateAsync(definition);
        _told.Enqueue(server.ToString() + definition);
        await client.Servers.UpdateAsync(server with { Name = "t" });
        await foreach (var found in client.Servers.ListAsync(new ServerFilter().Name(Canary + "-filter"))) _told.Enqueue(found.ToString());

        // Every kind of failure, with an answer that holds the secret wherever it has a body.
        foreach (var fault in new EmulatorFault[]
        {
            new() { Kind = EmulatorFaultKind.Status, Status = 400, Body = $$"""[{"error_type":"validation","error_message":"bad","error_point":"x","vnc_password":"{{Canary}}"}]""" },
            new() { Kind = EmulatorFaultKind.Status, Status = 500, Body = $$"""{"request": {"vnc_password": "{{Canary}}", "private_key": "{{Canary}}", "Authorization": "{{Canary}}"} }""" },
            new() { Kind = EmulatorFaultKind.Malformed },
            new() { Kind = EmulatorFaultKind.Truncate, Bytes = 900 },
            new() { Kind = EmulatorFaultKind.DropAfter },
        })
        {
            cloud.AddFault(fault);
            await TellAsync(() => client.Servers.GetAsync(server.Uuid));
            cloud.ClearFaults();
        }

        await TellAsync(() => client.Servers.CreateAsync(definition with { Cpu = 1 }));
        await TellAsync(() => client.Servers.GetAsync(Guid.NewGuid()));
        await using var wrong = Services(cloud.Endpoint, Credential(scheme, Canary + "-wrong"));
        await TellAsync(() => wrong.GetRequiredService<ICloudSigmaClient>().Profile.GetAsync());

        Assert.True(_told.Count > 50, $"Only {_told.Count} things were told.");
        Assert.Contains(_told, t => t.StartsWith("activity", StringComparison.Ordinal));
        Assert.Contains(_told, t => t.StartsWith("metric", StringComparison.Ordinal));
        Assert.Contains(_told, t => t.Contains("request body", StringComparison.Ordinal));
        Assert.Contains(_told, t => t.StartsWith("exception", StringComparison.Ordinal));
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"user@example.com:{Canary}-password"));
        Assert.DoesNotContain(_told, t => t.Contains(Canary, StringComparison.Ordinal) || t.Contains(encoded, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("https://127.0.0.1:1/")]
    [InlineData("/api/2.0/profile/")]
    public async Task A_redirect_takes_nothing_along_and_is_not_followed_for_ever(string location)
    {
        var heads = new ConcurrentQueue<string>();
        await using var elsewhere = new RawServer((head, _, _) =>
        {
            heads.Enqueue(head);
            return Task.FromResult(false);
        });
        await using var server = new RawServer(
            $"HTTP/1.1 302 Found\nLocation: {string.Format(System.Globalization.CultureInfo.InvariantCulture, location, elsewhere.Endpoint)}\nContent-Length: 0\nConnection: close\n\n");
        await using var provider = Services(server.Endpoint, Credential("basic", Canary));

        var error = await Assert.ThrowsAsync<CloudSigmaApiException>(() => provider.GetRequiredService<ICloudSigmaClient>().Profile.GetAsync());

        Assert.Equal(302, (int)error.StatusCode);
        Assert.Empty(heads);
        Assert.Equal(1, server.Connections);
    }

    private ServiceProvider Services(Uri endpoint, CloudSigmaCredential credential)
    {
        var services = new ServiceCollection();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(_told)));
        services.AddCloudSigmaClient(o =>
        {
            o.Endpoint = endpoint;
            o.Credential = credential;
            o.LogBodies = true;
            o.Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 1 };
        });
        return services.BuildServiceProvider();
    }

    private async Task TellAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (CloudSigmaException e)
        {
            _told.Enqueue($"exception {e} {(e as CloudSigmaApiException)?.Body}");
        }
    }

    private ActivityListener ListenToActivities()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static s => s.Name is CloudSigmaDiagnostics.ActivitySourceName or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => _told.Enqueue($"activity {a.DisplayName} {string.Join(' ', a.TagObjects.Select(t => $"{t.Key}={t.Value}"))} {a.StatusDescription} {string.Join(' ', a.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener ListenToMeters()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, l) =>
            {
                if (instrument.Meter.Name == CloudSigmaDiagnostics.MeterName) l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((i, v, t, _) => Note(i, t));
        listener.SetMeasurementEventCallback<long>((i, v, t, _) => Note(i, t));
        listener.Start();
        return listener;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _told.Enqueue($"metric {instrument.Name} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}");
    }

    private sealed class Recorder(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            told.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            told.Enqueue($"log {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");

        public void Dispose()
        {
        }
    }
}
