namespace Ermine.Benchmarks.Queues.Apps.Shared;

/// <summary>A queue that is measured: whatever its product is, it does these things by that product's own interface.</summary>
internal interface ISubject : IAsyncDisposable
{
    /// <summary>Starts what sends, and, if it is to receive, what handles; a handled message is told to <see cref="Tally"/>.</summary>
    Task StartAsync(bool receives, CancellationToken ct);

    /// <summary>Sends one message, which is durable when the task completes.</summary>
    /// <param name="caller">Which of the concurrent callers asks, from 0.</param>
    /// <param name="at">When the message was made, in ticks of the stopwatch: see <see cref="Pad"/>.</param>
    /// <param name="ct">Cancels the send.</param>
    Task SendAsync(int caller, long at, CancellationToken ct);

    /// <summary>Sends many messages the fastest way there is: this is not measured.</summary>
    Task FillAsync(int count, CancellationToken ct);
}
