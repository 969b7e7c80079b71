using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>Where messages leave: within an invocation into its commit, elsewhere at once; either way with the identity of whoever they are sent for.</summary>
/// <param name="scope">The scope that sends; null for code that belongs to none.</param>
/// <param name="store">What sends at once.</param>
/// <param name="carrier">What puts identities onto messages, if anything does.</param>
internal sealed class Outbox(InvocationScope? scope, IWorkStore store, IIdentityCarrier? carrier = null)
{
    /// <summary>Sends messages, all or none.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="sender">On whose behalf; null for that of the scope.</param>
    /// <param name="ct">Cancels the wait.</param>
    public Task SendAsync(IReadOnlyList<OutgoingMessage> messages, ClaimsPrincipal? sender, CancellationToken ct)
    {
        var invocation = scope?.Current;
        if (carrier is not null && (sender ?? (carrier.Attaches ? scope?.User : null)) is { } known) messages = carrier.Attach(messages, known, isAsked: sender is not null);
        if (invocation is null) return messages.Count == 0 ? Task.CompletedTask : store.SendAsync(messages, ct);

        foreach (var message in messages) invocation.Commit.Send(message);
        return Task.CompletedTask;
    }
}
