using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Functions;

/// <summary>A run of a function that reads messages, with messages from a request, which waits for it.</summary>
internal sealed class MessageInvocation : Invocation<Batch>
{
    private readonly HttpContext _http;

    public MessageInvocation(FunctionDescriptor function, IServiceProvider services, HttpContext http, Batch batch)
    {
        (Function, RootServices, _http, Input) = (function, services, http, batch);
    }

    /// <summary>Whoever waits decides whether to call again.</summary>
    public override bool IsRetried => false;

    public override ClaimsPrincipal User => _http.User;

    /// <summary>By the address, which bears what guards the function.</summary>
    public override bool IsAdmitted => true;

    internal override bool IsCallers(Outcome outcome) => outcome.Exception is PayloadException || CallProblems.Spoken(outcome).Status < StatusCodes.Status500InternalServerError;

    public override string IdempotencyKey => _http.TraceIdentifier;

    protected override IServiceProvider RootServices { get; }
}
