// A log that tests can read.
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Tests;

/// <summary>Keeps all that is logged, on every level, with the exceptions.</summary>
internal sealed class RecordingLoggerFactory : ILoggerFactory, ILogger
{
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries
    {
        get { lock (_entries) return [.. _entries]; }
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log has no providers.");

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_entries) _entries.Add(formatter(state, exception) + exception);
    }

    public void Dispose()
    {
    }
}
