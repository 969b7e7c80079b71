using System.Collections.Concurrent;

namespace Ermine.Auth;

/// <summary>Tokens that were found good: at most 10,000, each for at most 60 s, never beyond its expiry or its key, and none across a change of keys.
/// A token that was refused is not kept: what is refused costs its sender, not others.</summary>
/// <remarks>Room is made by the clock algorithm (Corbató 1968): an entry that was used since the hand last passed gets a second chance.</remarks>
internal sealed class TokenCache(TimeProvider clock, int most = TokenCache.Most)
{
    /// <summary>Entries that are kept.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<TokenKey, ValidToken> _tokens = new();
    private readonly Queue<TokenKey> _order = new();
    private readonly Lock _room = new();
    private int _generation;

    /// <summary>The keys of now, as a number that changes with them: ask before a token is judged.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Entries that there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>When an entry made now has to be judged anew.</summary>
    public DateTimeOffset LongestUntil => clock.GetUtcNow() + Longest;

    /// <summary>What a token says that was found good a short while ago; null where it has to be judged.</summary>
    public ValidToken? Find(ReadOnlySpan<char> token)
    {
        if (!TokenKey.TryMake(token, out var key) || !_tokens.TryGetValue(key, out var valid)) return null;
        if (valid.Generation != Generation || valid.Until <= clock.GetUtcNow()) return null;
        valid.IsUsed = true;
        return valid;
    }

    /// <summary>Keeps what a good token says.</summary>
    public void Add(ReadOnlySpan<char> token, ValidToken valid)
    {
        if (valid.Generation != Generation || !TokenKey.TryMake(token, out var key)) return;
        lock (_room)
        {
            if (!_tokens.ContainsKey(key))
            {
                while (_order.Count >= most) MakeRoom();
                _order.Enqueue(key);
            }

            _tokens[key] = valid;
        }
    }

    /// <summary>Forgets everything, as the keys have changed.</summary>
    public void Clear()
    {
        lock (_room)
        {
            Interlocked.Increment(ref _generation); // first: what is being judged by the old keys is then not added
            _tokens.Clear();
            _order.Clear();
        }
    }

    private void MakeRoom()
    {
        var key = _order.Dequeue();
        if (!_tokens.TryGetValue(key, out var valid)) return;
        if (valid.IsUsed && valid.Until > clock.GetUtcNow())
        {
            valid.IsUsed = false;
            _order.Enqueue(key);
            return;
        }

        _tokens.TryRemove(key, out _);
    }
}
