using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>A run that was called by an HTTP request: reads its values, and keeps its result until the commit has succeeded.</summary>
/// <remarks>Generated code reads every value first, then asks <see cref="IsBad"/>, so that a caller learns of all mistakes at once. Like the
/// <see cref="HttpContext"/> that it holds, it belongs to one request, and must not be kept beyond it.</remarks>
public sealed partial class HttpInvocation : Invocation<HttpContext>
{
    private RestEndpoint _endpoint = null!;
    private Dictionary<string, string[]>? _errors;
    private int _badStatus;

    internal HttpInvocation()
    {
    }

    /// <summary>Whether a value of the request is missing, unreadable or not allowed.</summary>
    public bool IsBad => _badStatus != 0 || _validation is { Count: > 0 };

    /// <inheritdoc/>
    public override string IdempotencyKey => Input.Request.Headers.TryGetValue("Idempotency-Key", out var key) && key.Count == 1 ? key.ToString() : Input.TraceIdentifier;

    /// <inheritdoc/>
    public override ClaimsPrincipal User => Input.User;

    /// <inheritdoc/>
    public override bool IsAdmitted => true;

    internal override object? Returned => _result;

    internal override bool HasReturned => _writer is not null;

    internal override bool IsAnsweredEarly => IsBad;

    internal override bool IsCallers(Outcome outcome) => HttpDelivery.Answer(outcome) is IStatusCodeHttpResult { StatusCode: < StatusCodes.Status500InternalServerError };

    /// <inheritdoc/>
    protected override IServiceProvider RootServices => _endpoint.Services;

    /// <summary>The answer to a request with bad values: a problem that names each of them.</summary>
    public Outcome BadRequest()
    {
        var isRead = _badStatus == 0;
        AddInvalid();
        Respond(Problems.Invalid(_badStatus, _errors!, isRead));
        return Outcome.Completed; // the run did what it had to: it said no
    }

    /// <summary>No: the server lends the same context to the next request, and a function that has been left could write into it.</summary>
    protected internal override bool CanBeLeft => false;

    /// <inheritdoc/>
    protected override IServiceProvider OpenServices() => Input.RequestServices;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => HasResources ? base.DisposeAsync() : default;

    internal RestEndpoint Endpoint => _endpoint;

    internal void Begin(RestEndpoint endpoint, HttpContext context)
    {
        _endpoint = endpoint;
        Function = endpoint.Function;
        Input = context;
    }

    /// <summary>Makes the object ready for another request.</summary>
    internal void End()
    {
        Input = null!;
        _errors = null;
        _badStatus = 0;
        _form = FormCollection.Empty;
        _items = null;
        _validation?.End();
        _result = null;
        _writer = null;
        Stored = null;
    }

    private void Fail(string field, string message, int status = StatusCodes.Status400BadRequest)
    {
        _errors ??= [];
        _errors[field] = _errors.TryGetValue(field, out var earlier) ? [.. earlier, message] : [message];
        _badStatus = Math.Max(_badStatus, status); // 413 and 415 say more than 400
    }
}
