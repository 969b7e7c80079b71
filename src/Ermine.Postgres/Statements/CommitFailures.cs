using System.Net.Sockets;
using Ermine.Kernel;
using JasperFx;
using Npgsql;

namespace Ermine.Postgres.Statements;

/// <summary>Tells from an exception, however deep Marten wrapped it, what became of a commit.</summary>
internal static class CommitFailures
{
    private const string LeaseLost = "ERM01";
    private const string VersionChanged = "ERM02";
    private const string SubscriptionsChanged = "ERM03";

    /// <summary>The failure; null for a bug or a cancellation, which are to go on as they are.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="maybeCommitted">Whether the request to commit may have been sent when the connection broke.</param>
    public static CommitException? Translate(Exception e, bool maybeCommitted)
    {
        var chain = Chain(e).ToArray();
        if (chain.OfType<CommitException>().FirstOrDefault() is { } known) return known;
        if (chain.OfType<ConcurrencyException>().FirstOrDefault() is { } conflict)
            return new CommitException(CommitFailure.Conflict, $"Somebody else changed the same data: {conflict.Message}", e);
        if (chain.OfType<PostgresException>().FirstOrDefault() is { } answer) return Translate(answer, maybeCommitted, e);
        if (chain.OfType<NpgsqlException>().Any() || chain.OfType<SocketException>().Any() || chain.OfType<IOException>().Any() || chain.Any(IsConfused)) return Broken(chain, maybeCommitted, e);
        return null;
    }

    /// <summary>Whether nothing was recorded because the subscriptions were no longer those that events had been matched with.</summary>
    public static bool IsOfSubscriptions(Exception e) => Chain(e).OfType<PostgresException>().Any(answer => answer.SqlState == SubscriptionsChanged);

    private static CommitException Translate(PostgresException answer, bool maybeCommitted, Exception e) => answer.SqlState switch
    {
        LeaseLost => new LeaseLostException(answer.MessageText, e),
        VersionChanged or SubscriptionsChanged or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
            new CommitException(CommitFailure.Conflict, $"Somebody else changed the same data: {answer.MessageText}", e),

        // The server ends the connection. It may do so between making the commit durable and saying so.
        _ when answer.Severity is "FATAL" or "PANIC" && maybeCommitted => Unknown(answer.MessageText, e),
        _ when answer.IsTransient || answer.Severity is "FATAL" or "PANIC" || answer.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.ReadOnlySqlTransaction =>
            new CommitException(CommitFailure.Unavailable, $"The database could not do it, and nothing was recorded: {answer.MessageText}", e),
        PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire => new CommitException(CommitFailure.Unstorable, $"A text cannot be stored: {answer.MessageText}", e),
        PostgresErrorCodes.UndefinedTable when answer.MessageText.Contains("\"ermine.", StringComparison.Ordinal) => new CommitException(
            CommitFailure.Refused, $"A queue has no tables ({answer.MessageText}). Queues are made at start from the [Queue] types that functions send or receive.", e),
        _ => new CommitException(CommitFailure.Refused, $"The database refused the data: {answer.MessageText} (SQLSTATE {answer.SqlState})", e),
    };

    private static CommitException Broken(Exception[] chain, bool maybeCommitted, Exception e)
    {
        var reason = chain[^1].Message;
        return maybeCommitted ? Unknown(reason, e) : new CommitException(CommitFailure.Unavailable, $"The database could not be reached, and nothing was recorded: {reason}", e);
    }

    private static CommitException Unknown(string reason, Exception e) =>
        new(CommitFailure.Unknown, $"The connection to the database broke during the commit, so that it is not known whether it happened: {reason}", e);

    // Npgsql has lost its place among the server's answers, and given the connection up; see Batches. It throws nothing of its own then.
    private static bool IsConfused(Exception e) => e.GetType() == typeof(Exception) && e.Message.StartsWith("Received unexpected backend message", StringComparison.Ordinal);

    private static IEnumerable<Exception> Chain(Exception e) =>
        (e as AggregateException)?.InnerExceptions.SelectMany(Chain).Prepend(e) ?? (e.InnerException is { } inner ? Chain(inner).Prepend(e) : [e]);
}
