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
    /// <exception cref="ArgumentException">A key or header has a zero character in it.</exception>
    public Task SendAsync(IReadOnlyList<OutgoingMessage> messages, ClaimsPrincipal? sender, CancellationToken ct)
    {
        Check(messages);
        var invocation = scope?.Current;
        if (carrier is not null && (sender ?? (carrier.Attaches ? scope?.User : null)) is { } known) messages = carrier.Attach(messages, known, isAsked: sender is not null);
        if (invocation is null) return messages.Count == 0 ? Task.CompletedTask : store.SendAsync(messages, ct);

        foreach (var message in messages) invocation.Commit.Send(message);
        return Task.CompletedTask;
    }

    // What becomes a text in the database. A payload does not: it is kept as the bytes that it is.
    private static void Check(IReadOnlyList<OutgoingMessage> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            ZeroCharacter.Refused(messages[i].GroupKey, nameof(OutgoingMessage.GroupKey));
            ZeroCharacter.Refused(messages[i].DeduplicationKey, nameof(OutgoingMessage.DeduplicationKey));
            ZeroCharacter.Refused(messages[i].Debounce?.Key, nameof(OutgoingMessage.Debounce));
            if (messages[i].Headers is not { } headers || (i > 0 && ReferenceEquals(headers, messages[i - 1].Headers))) continue; // messages that are sent together share them

            foreach (var (name, value) in headers)
            {
                ZeroCharacter.Refused(name, nameof(OutgoingMessage.Headers));
                ZeroCharacter.Refused(value, nameof(OutgoingMessage.Headers));
            }
        }
    }
}
