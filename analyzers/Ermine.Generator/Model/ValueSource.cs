namespace Ermine.Generator.Model;

/// <summary>Where a parameter's value comes from.</summary>
internal enum ValueSource
{
    Service,
    KeyedService,
    Cancellation,
    Invocation,
    Constant,
    Batch,
    Payload,
    Payloads,
    HttpContext,
    HttpRequest,
    HttpResponse,
    User,
    Sender,
    Senders,
    Route,
    Query,
    Header,
    Body,
    Argument,
}
