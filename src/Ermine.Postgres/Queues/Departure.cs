using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>What leaves in one transaction: messages, and events with the messages that they became for their subscribers.</summary>
/// <param name="Messages">The messages, those of events among them.</param>
/// <param name="Events">The events, and how many subscribers each has.</param>
/// <param name="Version">Which subscriptions they were matched with.</param>
internal sealed record Departure(IReadOnlyList<OutgoingMessage> Messages, IReadOnlyList<(OutgoingMessage Event, int Subscribers)> Events, long Version)
{
    /// <summary>What records it. The events come first, with the check of the subscriptions, so that nothing is written for nothing.</summary>
    public IEnumerable<BoundStatement> Statements() => Events.Count == 0 ? Sends.Of(Messages) : Archiving.Of(Events, Version).Concat(Sends.Of(Messages));
}
