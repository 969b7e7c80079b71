using System.Data.Common;
using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>Messages that are recorded as leased to a claim of this process that waits for them, so that it need not claim them.</summary>
internal sealed class HandOver(Offer offer, OutgoingMessage[] messages)
{
    private readonly List<Message> _leased = [];

    /// <summary>What was recorded as leased, once it was.</summary>
    public Lease Lease => new(offer.Claim.Queue, offer.Owner, _leased);

    /// <summary>The send that this becomes, with what it asks for besides.</summary>
    public BoundStatement Of(BoundStatement send) =>
        send.With("queue", offer.Claim.Queue).With("lease", offer.Claim.Lease).With("owner", offer.Owner).Reading(ReadAsync);

    /// <summary>Gives the claim what was recorded; false where it waits no longer, and somebody else is to have it.</summary>
    public bool Give() => offer.TryGive(_leased) || _leased.Count == 0;

    /// <summary>Nothing was recorded, or nobody knows whether it was.</summary>
    public void Withdraw() => offer.TryGive([]);

    // The ids ascend in the order of the messages, since they were drawn in it.
    private async Task ReadAsync(DbDataReader reader, CancellationToken ct)
    {
        var rows = new List<(long Id, DateTimeOffset EnqueuedAt, bool IsLeased)>(messages.Length);
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(2)));
        _leased.Clear(); // whoever runs the transaction may have tried before
        rows.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        _leased.AddRange(rows.Zip(messages).Where(sent => sent.First.IsLeased).Select(sent => Leased(sent.First.Id, sent.First.EnqueuedAt, sent.Second)));
    }

    private static Message Leased(long id, DateTimeOffset enqueuedAt, OutgoingMessage sent) =>
        new(id, id, Attempt: 1, sent.Payload.ToArray(), sent.Headers is { Count: > 0 } headers ? new Dictionary<string, string>(headers, StringComparer.Ordinal) : null, enqueuedAt)
        {
            Priority = sent.Priority,
            Run = sent.Run,
        };
}
