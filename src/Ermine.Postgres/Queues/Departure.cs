using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>What leaves in one transaction: messages, and events with the messages that they became for their subscribers.</summary>
/// <param name="Messages">The messages, those of events among them.</param>
/// <param name="Statements">What records it. The events come first, with the check of the subscriptions, so that nothing is written for nothing.</param>
/// <param name="HandOvers">Those of the messages that claims of this process wait for. Each is to be given, or withdrawn.</param>
internal sealed record Departure(IReadOnlyList<OutgoingMessage> Messages, IReadOnlyList<BoundStatement> Statements, IReadOnlyList<HandOver> HandOvers);
