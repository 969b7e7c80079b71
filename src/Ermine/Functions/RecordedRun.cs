using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>A run as a provider finds it.</summary>
/// <param name="Status">How it stands, with its queue's name in the place of its function's.</param>
/// <param name="Queue">The queue that it was sent to.</param>
public sealed record RecordedRun(RunStatus Status, string Queue)
{
    /// <summary>The same message again, without a run; null where only the status was asked for.</summary>
    public OutgoingMessage? Message { get; init; }
}
