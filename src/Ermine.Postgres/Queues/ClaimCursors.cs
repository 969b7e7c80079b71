using System.Collections.Concurrent;

namespace Ermine.Postgres.Queues;

/// <summary>Where this node looks for work in each queue.</summary>
internal sealed class ClaimCursors
{
    private readonly ConcurrentDictionary<string, ClaimCursor> _cursors = new(StringComparer.Ordinal);

    /// <summary>The cursor of a queue.</summary>
    public ClaimCursor Of(string queue) => _cursors.GetOrAdd(queue, static _ => new ClaimCursor(TimeProvider.System)); // real time: it bounds costs

    /// <summary>Time has moved by itself: anything may be due.</summary>
    public void Restart()
    {
        foreach (var cursor in _cursors.Values) cursor.Restart();
    }
}
