using Ermine.Benchmarks.Queues.Apps.Shared;
using Marten;

namespace WolverinePeer;

/// <summary>One document for each message, one commit for a hundred: Wolverine gathers the batch, and its Marten middleware commits.</summary>
public static class BillHandler
{
    public static void Handle(Bill[] batch, IDocumentSession session)
    {
        session.Store(batch.Select(b => new PaidBill(Guid.CreateVersion7(), b.Kind, b.Pad)).ToArray());
        foreach (var bill in batch) Tally.Add(bill.At);
    }
}
