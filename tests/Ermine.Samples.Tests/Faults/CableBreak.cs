namespace Ermine.Samples.Tests.Faults;

/// <summary>A break that a word brings about, once.</summary>
/// <param name="Word">As it goes over the wire; empty for whatever comes next.</param>
/// <param name="IsDelivered">Whether the server still gets it; its reply is lost in any case.</param>
internal sealed record CableBreak(string Word, bool IsDelivered)
{
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Happened => _happened.Task;

    public void Happens() => _happened.SetResult();
}
