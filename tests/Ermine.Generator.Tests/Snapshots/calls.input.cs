using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Reports;

public sealed record Report(Guid PollId, int Votes);
internal sealed record Draft(string Text);
public enum Detail { Short, Long }
public interface IStore;

/// <summary>Reports on polls.</summary>
[Authorize("reader")]
public sealed class Reporting(IStore store)
{
    /// <summary>Sums up a poll.</summary>
    [Function(TimeoutSeconds = 5)]
    public Task<Report> SummariseAsync(Guid pollId, IStore db, CancellationToken ct) => Task.FromResult(new Report(pollId, db == store ? 1 : 0));

    [Function]
    public async IAsyncEnumerable<int> Count(int from, IReadOnlyList<string>? names, Detail detail = Detail.Long, int step = 1, string? note = null)
    {
        await Task.Yield();
        yield return from + step + (names?.Count ?? 0) + (int)detail + (note?.Length ?? 0);
    }

    [Function, OnDemand(MaxBodyBytes = 100)]
    public static void Reset(string functions, DateTimeOffset? ct) => _ = (functions, ct);

    [Function] internal Draft? Write(Draft draft, Invocation invocation) => invocation.Attempt == 1 ? draft : null;

    [Function(Id = "reports.judge")] public Outcome Judge(int @class) => @class > 0 ? Outcome.Completed : Outcome.Rejected("not one");

    [Function] public Task Nothing() => Task.CompletedTask;

    // Both would be NothingAsync(functions).
    [Function(Id = "reports.nothing-else")] public Task NothingAsync(IStore db) => Task.FromResult(db);
}
