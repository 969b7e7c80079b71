using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Ermine.Http;

/// <summary>A request on loan to one run. Settling commits, and then writes the answer.</summary>
internal sealed class HttpDelivery : Delivery
{
    public override HttpInvocation Invocation { get; } = new();

    public override ValueTask SettleAsync(Outcome outcome, CancellationToken ct) =>
        Invocation.Endpoint.Habits is { } habits ? habits.SettleAsync(this, outcome, ct)
        : outcome.Kind == OutcomeKind.Completed && !Invocation.HasCommit ? WriteAsync()
        : CommitAndWriteAsync(outcome, ct);

    /// <summary>Ends the invocation where it has opened anything; otherwise it is lent again.</summary>
    public override ValueTask DisposeAsync() => Invocation.HasResources ? base.DisposeAsync() : default;

    private async ValueTask CommitAndWriteAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome.Kind == OutcomeKind.Completed && !Invocation.IsBad) outcome = await CommitAsync(ct);
        if (outcome.Kind == OutcomeKind.Completed) await WriteAsync();
        else await RefuseAsync(Answer(outcome));
    }

    /// <summary>Answers a run that did not complete.</summary>
    internal async ValueTask RefuseAsync(IResult answer)
    {
        if (Invocation.Input.Response.HasStarted)
        {
            await Invocation.BreakOffAsync(answer as ProblemHttpResult); // a part of the answer is out
            return;
        }

        if (Invocation.Input.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
            throw new OperationCanceledException(Invocation.Input.RequestAborted); // the middleware that ended the request by its time answers it too

        Invocation.Respond(answer);
        await WriteAsync();
    }

    internal async ValueTask WriteAsync()
    {
        try
        {
            await Invocation.WriteAsync();
        }
        catch (InvalidOperationException) when (CanWriteAgain)
        {
            await WriteEncodedAsync(); // perhaps a text that no header can have; what was recorded stays, so the answer must be that of a success
        }
        catch (Exception e) when (CanWriteAgain)
        {
            await FailAsync(e);
        }
    }

    private bool CanWriteAgain => !Invocation.Input.Response.HasStarted && !Invocation.Input.RequestAborted.IsCancellationRequested;

    private async ValueTask WriteEncodedAsync()
    {
        try
        {
            var answer = await StoredAnswer.CaptureAsync(Invocation.Input, Invocation.WriteAsync);
            await answer.WriteAsync(Invocation.Input);
        }
        catch (Exception e) when (CanWriteAgain)
        {
            await FailAsync(e);
        }
    }

    // A result that cannot be serialised: what was recorded stays.
    private Task FailAsync(Exception e)
    {
        var failed = Outcome.Rejected($"The answer cannot be written: {e.Message}", e);
        DispatchLog.Report(Invocation.Endpoint.Log, Invocation, failed);
        Invocation.Input.Response.Clear();
        return Answer(failed).ExecuteAsync(Invocation.Input);
    }

    internal async ValueTask<Outcome> CommitAsync(CancellationToken ct)
    {
        try
        {
            await Invocation.Commit.CommitAsync(null, ct);
            return Outcome.Completed;
        }
        catch (CommitException e)
        {
            var failed = RetryPolicy.Answer(Invocation, e); // never repeated over HTTP: the caller is told, and decides
            DispatchLog.Report(Invocation.Endpoint.Log, Invocation, failed);
            return failed;
        }
    }

    /// <summary>The usual answer to a run that did not complete.</summary>
    internal static IResult Answer(Outcome outcome) => outcome switch
    {
        { Exception: CommitException { Failure: CommitFailure.Conflict } } =>
            Problems.Status(StatusCodes.Status409Conflict, "Somebody else changed the same data; read it again and repeat the request."),
        { Exception: CommitException { Failure: CommitFailure.Unavailable } } =>
            Problems.Status(StatusCodes.Status503ServiceUnavailable, "The database cannot be reached; nothing was recorded."),
        { Exception: CommitException { Failure: CommitFailure.Unknown } } =>
            Problems.Status(StatusCodes.Status503ServiceUnavailable, "The connection to the database broke; it is not known whether the request was recorded."),
        { Exception: CommitException { Failure: CommitFailure.LeaseLost } } =>
            Problems.Status(StatusCodes.Status409Conflict, "Another request took this one's place; nothing of this one was recorded."),
        { Exception: InvalidRequestException bad } => Problems.Invalid(bad.StatusCode, new Dictionary<string, string[]> { [bad.Field] = [bad.Message] }),
        { Exception: CommitException { Failure: CommitFailure.Unstorable } } =>
            Problems.Status(StatusCodes.Status400BadRequest, ZeroCharacter.Complaint),
        { Exception: BadHttpRequestException bad } => Problems.Status(bad.StatusCode, bad.Message),
        { Exception: TimeoutException } => Problems.Status(StatusCodes.Status504GatewayTimeout, "The function took too long."),
        { Kind: OutcomeKind.Abandoned } => Problems.Status(StatusCodes.Status503ServiceUnavailable, "The server is stopping; repeat the request."),
        _ => Problems.Status(StatusCodes.Status500InternalServerError, "The function failed; the log says why, under this trace id."),
    };
}
