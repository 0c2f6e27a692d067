using Microsoft.Extensions.Logging;

namespace AwardFlow.TestKit;

/// <summary>Sends log messages to a <see cref="LineWatcher"/>.</summary>
internal sealed class WatchingLoggerProvider(LineWatcher lines) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new WatchingLogger(lines);

    public void Dispose()
    {
    }

    private sealed class WatchingLogger(LineWatcher lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{formatter(state, exception)} {exception}");
    }
}
