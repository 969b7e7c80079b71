using System.Collections.Concurrent;
using System.Net.Mail;
using Shop.Mailing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>A mail server that keeps what it was asked to send, and may be busy at first.</summary>
internal sealed class MailServer(int busyTimes = 0) : IMail
{
    private readonly ConcurrentQueue<string> _keys = [];
    private readonly ConcurrentQueue<string> _mailed = [];

    /// <summary>How long it asks for patience.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The addresses of what it has sent.</summary>
    public IReadOnlyList<string> Mailed => [.. _mailed];

    /// <summary>The idempotency keys that it was asked with.</summary>
    public IReadOnlyList<string> Keys => [.. _keys];

    public Task<TimeSpan?> SendAsync(MailAddress to, string text, string idempotencyKey, CancellationToken ct)
    {
        _keys.Enqueue(idempotencyKey);
        if (_keys.Count <= busyTimes) return Task.FromResult<TimeSpan?>(Pause);

        _mailed.Enqueue(to.Address);
        return Task.FromResult<TimeSpan?>(null);
    }
}
