using Marten;

namespace Ermine.Postgres.Commits;

/// <summary>Keeps the invocation's session from being saved by hand: what was saved before the commit would outlive its failure, and be saved again by the next attempt.</summary>
/// <param name="loaded">Told of each document that is loaded; null where nobody asks.</param>
internal sealed class SessionGuard(Action<object>? loaded) : DocumentSessionListenerBase
{
    private bool _open;

    /// <summary>Lets the commit itself through.</summary>
    public void Open() => _open = true;

    public override void DocumentLoaded(object id, object document) => loaded?.Invoke(document);

    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token) => _open ? Task.CompletedTask : throw new InvalidOperationException(
        "This session belongs to the invocation: what it stores is saved when the function has succeeded, in one transaction with what it sent and the acknowledgement. "
        + "Do not call SaveChangesAsync; for a commit of its own in between, open a session from IDocumentStore.");
}
