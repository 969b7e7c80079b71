using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Doubles;

/// <summary>Everything that was logged, at any level, as a sink would write it.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Id, string Text, LogLevel Level)> _lines = [];

    public IReadOnlyList<(int Id, string Text)> Lines => [.. _lines.Select(l => (l.Id, l.Text))];

    public string Text => string.Join('\n', _lines.Select(l => l.Text));

    public int Count(int id) => _lines.Count(l => l.Id == id);

    public LogLevel Level(int id) => _lines.Single(l => l.Id == id).Level;

    public ILogger<T> For<T>() => LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(this)).CreateLogger<T>();

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception}", logLevel));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
