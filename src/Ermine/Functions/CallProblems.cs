using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ermine.Functions;

/// <summary>What a caller over HTTP is told, as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class CallProblems
{
    /// <summary>Arguments that are missing or no values of their types, each named with what is wrong with it.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> mistakes) => TypedResults.Problem(
        new HttpValidationProblemDetails(mistakes.ToDictionary()) { Status = StatusCodes.Status400BadRequest, Title = "The arguments do not fit the function." });

    /// <summary>A status with one sentence.</summary>
    public static ProblemHttpResult Status(int status, string title, string? detail = null) => TypedResults.Problem(title: title, statusCode: status, detail: detail);

    /// <summary>A run that did not complete.</summary>
    public static ProblemHttpResult Of(Outcome outcome, bool showsFailures)
    {
        var (status, title) = Spoken(outcome);
        return Status(status, title, showsFailures ? outcome.Reason : null);
    }

    /// <summary>Status and sentence for a run that did not complete; nothing of what happened within.</summary>
    public static (int Status, string Title) Spoken(Outcome outcome) => outcome switch
    {
        { Exception: CommitException { Failure: CommitFailure.Conflict } } => (StatusCodes.Status409Conflict, "Somebody else changed the same data; call again."),
        { Exception: CommitException { Failure: CommitFailure.Unstorable } } => (StatusCodes.Status400BadRequest, ZeroCharacter.Complaint),
        { Exception: CommitException { Failure: CommitFailure.Unavailable } } => (StatusCodes.Status503ServiceUnavailable, "The database cannot be reached; nothing was recorded."),
        { Exception: CommitException { Failure: CommitFailure.Unknown } } =>
            (StatusCodes.Status503ServiceUnavailable, "The connection to the database broke; it is not known whether the call was recorded."),
        { Exception: BadHttpRequestException bad } => (bad.StatusCode, bad.Message),
        { Exception: TimeoutException } => (StatusCodes.Status504GatewayTimeout, "The function took too long."),
        { Kind: OutcomeKind.Abandoned } => (StatusCodes.Status503ServiceUnavailable, "The server is stopping; call again."),
        _ => (StatusCodes.Status500InternalServerError, "The function failed; the log says why, under this trace id."),
    };
}
