using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>The statements of one queue, over its own tables.</summary>
internal sealed partial class QueueTables
{
    private static readonly ConcurrentDictionary<string, QueueTables> Known = new(StringComparer.Ordinal);

    private readonly Statement[] _enqueue;
    private readonly Statement[] _enqueueLeased;

    private QueueTables(string queue)
    {
        var prefix = PrefixOf(queue);
        Statement Of(string file) => Statement.In($"Queues/{file}.sql").For(prefix);
        (_enqueue, _enqueueLeased) = (OfSegments(Of("enqueue"), prefix), OfSegments(Of("enqueue_leased"), prefix));
        (EnqueueWith, LockGroups, Promote) = (Of("enqueue_with"), Of("lock_groups"), Of("promote"));
        (Claim, ClaimOrdered, Renew, Acknowledge, AcknowledgeHeld) = (Of("claim"), Of("claim_ordered"), Of("renew"), Of("acknowledge"), Of("acknowledge_held"));
        (Retry, RetryOrdered, DeadLetter, Release) = (Of("retry"), Of("retry_ordered"), Of("dead_letter"), Of("release"));
        (DeadGroups, DeadList, DeadEdit, DeadRedrive, DeadDiscard) = (Of("dead_groups"), Of("dead_list"), Of("dead_edit"), Of("dead_redrive"), Of("dead_discard"));
        (Purge, ForgetKeys) = (Of("purge"), Of("forget_keys"));
        (PromoteOrdered, CountPlaces) = (Of("promote_ordered"), Statement.In("Runs/count_places.sql").For(prefix));
        (AcknowledgeRuns, AcknowledgeRunsHeld) = (Statement.In("Runs/acknowledge.sql").For(prefix), Statement.In("Runs/acknowledge_held.sql").For(prefix));
        Fire = Statement.In("Schedules/fire.sql").For(prefix);
    }

    public Statement EnqueueWith { get; }

    public Statement LockGroups { get; }

    public Statement Promote { get; }

    public Statement PromoteOrdered { get; }

    public Statement CountPlaces { get; }

    public Statement Claim { get; }

    public Statement ClaimOrdered { get; }

    public Statement Renew { get; }

    public Statement Acknowledge { get; }

    public Statement AcknowledgeHeld { get; }

    public Statement AcknowledgeRuns { get; }

    public Statement AcknowledgeRunsHeld { get; }

    public Statement Retry { get; }

    public Statement RetryOrdered { get; }

    public Statement DeadLetter { get; }

    public Statement Release { get; }

    public Statement DeadGroups { get; }

    public Statement DeadList { get; }

    public Statement DeadEdit { get; }

    public Statement DeadRedrive { get; }

    public Statement DeadDiscard { get; }

    public Statement Purge { get; }

    public Statement ForgetKeys { get; }

    public Statement Fire { get; }

    /// <summary>The send of plain messages to a segment.</summary>
    public Statement Enqueue(short segment) => _enqueue[segment];

    /// <summary>The send of plain messages to a segment, leased to a claim that waits.</summary>
    public Statement EnqueueLeased(short segment) => _enqueueLeased[segment];

    /// <summary>The statements of a queue.</summary>
    /// <exception cref="ArgumentException">The name is not allowed; since it becomes part of SQL, it is checked here and nowhere passed by.</exception>
    public static QueueTables Of(string queue) => Known.TryGetValue(queue, out var known) ? known : Known.GetOrAdd(queue, static q => new QueueTables(q));

    /// <summary>What the names of a queue's tables begin with.</summary>
    public static string PrefixOf(string queue) => Checked(queue).Replace('-', '_');

    /// <summary>The name itself, if it is allowed.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Checked(string queue) => Allowed().IsMatch(queue) ? queue : throw new ArgumentException(
        $"The queue name '{queue}' is not allowed: lower-case letters, digits and hyphens, a letter first, at most 40.", nameof(queue));

    // Written for the first of the partitions.
    private static Statement[] OfSegments(Statement statement, string prefix) => [.. Enumerable.Range(0, Segments.Unordered).Select(segment => statement.Over($"ermine.{prefix}_ready_0", $"ermine.{prefix}_ready_{segment}"))];

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex Allowed();
}
