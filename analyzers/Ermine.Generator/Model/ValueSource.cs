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
    Cookie,

    /// <summary>A field of the request's form.</summary>
    FormField,

    /// <summary>A file of the request's form.</summary>
    FormFile,

    /// <summary>All files of the request's form.</summary>
    FormFiles,

    /// <summary>The form itself.</summary>
    Form,

    /// <summary>The body, as JSON.</summary>
    Body,

    /// <summary>The body as it comes.</summary>
    BodyStream,

    /// <summary>The body as it comes, through its pipe.</summary>
    BodyReader,

    /// <summary>The type's own <c>BindAsync</c>.</summary>
    Bound,

    /// <summary>A type whose members are bound like parameters.</summary>
    Members,
    Argument,
}
