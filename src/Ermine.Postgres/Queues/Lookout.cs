namespace Ermine.Postgres.Queues;

/// <summary>Looks, for all queues that somebody waits for, whether other processes have sent something or something's time has come: one statement
/// for all of them, often after there was work, and down to once a second.</summary>
/// <param name="look">Asks which of some queues hold something that is due.</param>
/// <param name="found">Is told the name of each that does.</param>
/// <param name="lost">Is told that nobody can be asked: whoever waits is to find out why.</param>
internal sealed class Lookout(Func<string[], Task<IReadOnlyList<string>>> look, Action<string> found, Action lost)
{
    private const int LookShare = 20; // of the time, at most one part is spent looking
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOfAll = TimeSpan.FromSeconds(5); // however long looking takes, as where an old snapshot is held

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private TimeSpan _interval = Shortest;
    private TimeSpan _lastCost;
    private bool _isLooking;

    /// <summary>Somebody begins to wait for a queue.</summary>
    public void Begin(string queue)
    {
        lock (_lock)
        {
            _waiting[queue] = _waiting.GetValueOrDefault(queue) + 1;
            if (_isLooking) return;
            _isLooking = true;
        }

        _ = LookAsync();
    }

    /// <summary>Somebody waits no longer.</summary>
    public void End(string queue)
    {
        lock (_lock)
        {
            if (_waiting[queue] == 1) _waiting.Remove(queue);
            else _waiting[queue]--;
        }
    }

    /// <summary>There was work in a queue. If the look-out had found it, there may soon be more that nobody else tells of: it looks often again.</summary>
    public void Hurry(string queue)
    {
        lock (_lock)
        {
            if (_found.Remove(queue)) _interval = Shortest;
        }
    }

    private async Task LookAsync()
    {
        while (true)
        {
            await Task.Delay(_interval * (0.5 + (Random.Shared.NextDouble() / 2))); // jitter: nodes do not look in step
            if (Waiting() is not { } queues) return;
            var began = TimeProvider.System.GetTimestamp();
            try
            {
                foreach (var queue in await look(queues)) Tell(queue);
                _interval = Next(cost: TimeProvider.System.GetElapsedTime(began));
            }
            catch (Exception)
            {
                _interval = Longest;
                lost(); // a claim fails for the same reason, and its function says so
            }
        }
    }

    // A look that took long once was held up by something; one that does so each time is long.
    private TimeSpan Next(TimeSpan cost)
    {
        var bearable = LookShare * (cost < _lastCost ? cost : _lastCost);
        _lastCost = cost;
        var doubled = _interval * 2 < Longest ? _interval * 2 : Longest;
        var next = doubled < bearable ? bearable : doubled;
        return next < LongestOfAll ? next : LongestOfAll;
    }

    private void Tell(string queue)
    {
        lock (_lock) _found.Add(queue);
        found(queue);
    }

    private string[]? Waiting()
    {
        lock (_lock)
        {
            if (_waiting.Count > 0) return [.. _waiting.Keys];
            _isLooking = false;
            return null;
        }
    }
}
