using Ermine.Kernel;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Ermine.Faults.Worker;

/// <summary>Handles messages, and records the effect of each in the table <c>effect</c>, which forbids nothing: a second effect of a message shows.</summary>
public sealed class Functions
{
    private const string Effect = "insert into effect (message, attempt) values (?, ?)";

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), QueueTrigger(LeaseSeconds = 2), RejectOn<PoisonException>]
    public async Task HandleLone(Lone message, IDocumentSession db, IQueue<FollowUp> followUps, Invocation run, CancellationToken ct)
    {
        db.QueueSqlCommand(Effect, message.Id, run.Attempt);
        if (message.Conduct == Conduct.IsFollowed) await followUps.SendAsync(new FollowUp(-message.Id), ct: ct);
        Behave(message.Conduct, run);
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), QueueTrigger(LeaseSeconds = 2, BatchSize = 50)]
    public BatchResult HandleBatch(IReadOnlyList<Batched> batch, IDocumentSession db, Invocation run)
    {
        var result = BatchResult.Completed;
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch[i].Conduct == Conduct.Poison) result.Reject(i, "The message is poison.");
            else if (batch[i].Conduct == Conduct.FailsFirst && run.Attempt == 1) result.Retry(i, "The first attempt fails.");
            else db.QueueSqlCommand(Effect, batch[i].Id, run.Attempt);
        }

        return result;
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), QueueTrigger(LeaseSeconds = 2), RejectOn<PoisonException>]
    public async Task HandleOrdered(Ordered message, [FromServices] NpgsqlConnection connection, Invocation run, CancellationToken ct)
    {
        await RecordAsync(connection, message.Id, run.Attempt, ct);
        Behave(message.Conduct, run);
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), QueueTrigger(LeaseSeconds = 2), RejectOn<PoisonException>]
    public async Task HandleLoose(Loose message, [FromServices] NpgsqlDataSource elsewhere, Invocation run, CancellationToken ct)
    {
        Behave(message.Conduct, run);
        await using var connection = await elsewhere.OpenConnectionAsync(ct);
        await RecordAsync(connection, message.Id, run.Attempt, ct);
    }

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), QueueTrigger(LeaseSeconds = 2)]
    public void HandleFollowUp(FollowUp message, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, message.Id, run.Attempt);

    private static void Behave(Conduct conduct, Invocation run)
    {
        if (conduct == Conduct.Poison) throw new PoisonException();
        if (conduct == Conduct.FailsFirst && run.Attempt == 1) throw new InvalidOperationException("The first attempt fails.");
    }

    private static async Task RecordAsync(NpgsqlConnection connection, int message, int attempt, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("insert into effect (message, attempt) values ($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = message }, new NpgsqlParameter<int> { TypedValue = attempt } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
