using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>Lets sends that wait at the same time share a round trip and a transaction. None waits on purpose: while one round trip is under way,
/// the next gathers. Each is durable when its task completes, and one that the database refuses spoils no other.</summary>
internal sealed class SendMerger(Func<IReadOnlyList<OutgoingMessage>, Task> send)
{
    private const int Lanes = 2;
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly Queue<WaitingSend> _waiting = [];
    private int _busy;

    /// <summary>Sends messages, all or none.</summary>
    public Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (messages.Count >= Most) return send(messages);

        var waiting = new WaitingSend(messages);
        bool begins;
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            begins = _busy < Lanes;
            if (begins) _busy++;
        }

        if (begins) _ = RunLaneAsync();
        return ct.CanBeCanceled ? waiting.Task.WaitAsync(ct) : waiting.Task;
    }

    private async Task RunLaneAsync()
    {
        while (Take() is { Count: > 0 } together)
        {
            await SendAsync(together);
            await Task.Yield(); // those who were waiting may send again, and then go together
        }
    }

    private List<WaitingSend> Take()
    {
        var together = new List<WaitingSend>();
        lock (_lock)
        {
            var messages = 0;
            while (_waiting.TryPeek(out var next) && (together.Count == 0 || messages + next.Messages.Count <= Most))
            {
                together.Add(_waiting.Dequeue());
                messages += next.Messages.Count;
            }

            if (together.Count == 0) _busy--;
        }

        return together;
    }

    private async Task SendAsync(List<WaitingSend> together)
    {
        try
        {
            await send(together.Count == 1 ? together[0].Messages : [.. together.SelectMany(w => w.Messages)]);
            foreach (var waiting in together) waiting.Done();
        }
        catch (Exception e) when (together.Count > 1 && IsOneOf(e))
        {
            foreach (var waiting in together) await SendAsync([waiting]);
        }
        catch (Exception e)
        {
            foreach (var waiting in together) waiting.Failed(e);
        }
    }

    // Nothing was recorded, because of what one of them holds; which one, the database does not say.
    private static bool IsOneOf(Exception e) => e is CommitException { Failure: CommitFailure.Refused or CommitFailure.Unstorable or CommitFailure.Conflict } or not CommitException;
}
