using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>Messages that somebody waits for to be durable.</summary>
internal sealed class WaitingSend(IReadOnlyList<OutgoingMessage> messages)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<OutgoingMessage> Messages { get; } = messages;

    public Task Task => _done.Task;

    public void Done() => _done.SetResult();

    public void Failed(Exception e) => _done.SetException(e);
}
