using Ermine.Kernel;
using Marten;

namespace Ermine.Faults.Worker;

/// <summary>Gets events, and records the effect of each in the table <c>sighting</c>, which forbids nothing: a second effect of an event shows.</summary>
public sealed class Watching
{
    private const string Effect = "insert into sighting (subscriber, event, attempt) values (?, ?, ?)";

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), EventRule("""{ "source": ["faults"] }""", LeaseSeconds = 2)]
    public void All(EventEnvelope<Noticed> noticed, IDocumentSession db, Invocation run)
    {
        db.QueueSqlCommand(Effect, "all", noticed.Detail.Id, run.Attempt);
        if (noticed.Detail.Conduct == Conduct.FailsFirst && run.Attempt == 1) throw new InvalidOperationException("The first attempt fails.");
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), EventRule("""{ "source": ["faults"], "detail": { "kind": [{ "numeric": ["<", 5] }] } }""", LeaseSeconds = 2, BatchSize = 50)]
    public void Batch(IReadOnlyList<Noticed> batch, IDocumentSession db, Invocation run)
    {
        foreach (var noticed in batch) db.QueueSqlCommand(Effect, "batch", noticed.Id, run.Attempt);
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), EventRule("""{ "source": ["faults"], "detail": { "kind": [{ "anything-but": [8, 9] }] } }""", LeaseSeconds = 2, GroupKey = "detail.group")]
    public void InOrder(Noticed noticed, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, "in-order", noticed.Id, run.Attempt);

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), EventRule("""{ "source": ["faults"], "$or": [{ "detail": { "kind": [7] } }, { "detail": { "group": [{ "suffix": "3" }] } }] }""", LeaseSeconds = 2)]
    public void Few(Noticed noticed, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, "few", noticed.Id, run.Attempt);

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5)]
    [EventRule("""{ "source": ["faults"], "detail": { "group": [{ "wildcard": "group-*1" }] } }""", LeaseSeconds = 2, Template = """{ "id": <detail.id>, "text": "<detail.kind> of <detail.group>" }""")]
    public void Told(Sighted sighted, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, "told", sighted.Id, run.Attempt);

    /// <summary>Gets what is replayed: its subscription is made when all has been published.</summary>
    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), EventRule(LeaseSeconds = 2, GroupKey = "detail.group")]
    public void Again(EventEnvelope<Noticed> noticed, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, noticed.IsReplay ? "again" : "not again", noticed.Detail.Id, run.Attempt);
}
