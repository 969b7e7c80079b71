using System.Buffers;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Functions;

/// <summary>A request on loan to one run. Settling writes the result into memory, commits, and then answers: a result that cannot be
/// serialised is a failure of the run, with nothing recorded.</summary>
internal sealed class HttpCall : CallDelivery
{
    private readonly ArrayBufferWriter<byte> _answer = new();
    private readonly HttpItems _items = new();
    private readonly HttpCallInvocation _invocation;
    private FunctionEndpoint _endpoint = null!;
    private HttpContext _http = null!;

    public HttpCall() : this(new HttpCallInvocation())
    {
    }

    private HttpCall(HttpCallInvocation invocation) : base(invocation) => _invocation = invocation;

    /// <summary>Takes a request, and the JSON of its arguments, which stays as it is until the call ends.</summary>
    public void Begin(FunctionEndpoint endpoint, HttpContext http, ReadOnlyMemory<byte> json)
    {
        (_endpoint, _http) = (endpoint, http);
        _invocation.Begin(endpoint.Function, endpoint.Services, http);
        Invocation.Input.Begin(json, endpoint.Json);
        _items.Begin(http, endpoint.ItemJson);
        Invocation.Input.Sink = _items;
    }

    /// <summary>Makes the object ready for another request; answers whether it can be.</summary>
    public bool TryEnd()
    {
        if (_invocation.HasResources || _answer.Capacity > 65_536) return false;

        _invocation.End();
        _answer.ResetWrittenCount();
        (_endpoint, _http) = (null!, null!);
        return true;
    }

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        var hasResult = false;
        if (outcome.Kind == OutcomeKind.Completed && !Invocation.Input.AreBad) outcome = Write(outcome, out hasResult);
        await base.SettleAsync(outcome, ct);
        if (outcome.Kind == OutcomeKind.Completed && Outcome.Kind != OutcomeKind.Completed)
            DispatchLog.Report(_endpoint.Log, Invocation, Outcome);

        await AnswerAsync(hasResult);
        _items.Close();
    }

    private Outcome Write(Outcome completed, out bool hasResult)
    {
        hasResult = false;
        try
        {
            hasResult = Invocation.Input.TryWriteResult(_answer);
            return completed;
        }
        catch (Exception e) // whatever the user's own types throw while they are read
        {
            var failed = Outcome.Rejected($"The result cannot be serialised: {e.Message}", e);
            DispatchLog.Report(_endpoint.Log, Invocation, failed);
            return failed;
        }
    }

    private Task AnswerAsync(bool hasResult)
    {
        if (Invocation.Input.AreBad) return CallProblems.Invalid(Invocation.Input.Mistakes).ExecuteAsync(_http);
        if (Outcome.Kind != OutcomeKind.Completed) return FailAsync();
        if (_items.IsUsed) return _items.EndAsync();

        var response = _http.Response;
        if (!hasResult)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _answer.WrittenCount;
        var writing = response.BodyWriter.WriteAsync(_answer.WrittenMemory, _http.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private Task FailAsync()
    {
        if (_http.Response.HasStarted) return _items.FailAsync(Outcome, _endpoint.ShowsFailures);
        return _http.RequestAborted.IsCancellationRequested ? Task.CompletedTask : CallProblems.Of(Outcome, _endpoint.ShowsFailures).ExecuteAsync(_http);
    }
}
