using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Passwords and user data of a definition are in no log and no error, also when bodies are logged.</summary>
public class ServerSecretTests
{
    private const string Secret = "hunter2";

    [Fact]
    public async Task Bodies_of_definitions_are_logged_without_secrets()
    {
        using var logs = new CollectedLogs();
        var meta = (ServerMeta.From(null) with { CloudInitUserData = Secret, SshPublicKey = Secret, Description = Secret, OptimizeFor = Secret }).ToMeta();
        var body = $$"""{"uuid": "{{TestClient.Uuid}}", "name": "{{Secret}}", "status": "running", "vnc_password": "{{Secret}}", "meta": {"cloudinit-user-data": "{{Secret}}"} }""";
        var handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects": [{{body}}]}""" : body));
        var servers = TestClient.Create(handler, o => (o.LoggerFactory, o.LogBodies) = (logs, true)).Servers;

        var server = await servers.CreateAsync(new NewServer { Name = Secret, Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = Secret, Meta = meta });
        await servers.UpdateAsync(server with { Meta = meta });
        var error = await Assert.ThrowsAsync<IgnoredChangesException>(() => servers.UpdateAsync(server with { VncPassword = Secret + "x", Cpu = 1 }, new UpdateServerOptions { RefuseIgnoredChanges = true }));

        // Two requests, and the answers to these and to the read before the refusal.
        Assert.Equal(5, logs.Lines.Count(static l => l.Contains("\"vnc_password\":\"***\"", StringComparison.Ordinal)));
        foreach (var text in logs.Lines.Append(error.ToString()))
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(meta["cloudinit-user-data"], text, StringComparison.Ordinal);
        }
    }

    private sealed class CollectedLogs : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines) Lines.Add(formatter(state, exception) + exception);
        }

        public void Dispose()
        {
        }
    }
}
