using Marten;

namespace ErmineQueue;

/// <summary>One document for each message, one commit for a hundred.</summary>
public sealed class Bills(Counter counter)
{
    [Function, QueueTrigger(BatchSize = 100)]
    public void Store(IReadOnlyList<Bill> batch, IDocumentSession db)
    {
        db.Store(batch.Select(b => new PaidBill(Guid.CreateVersion7(), b.Kind, b.Pad)).ToArray());
        foreach (var bill in batch) counter.Add(bill.At);
    }
}
