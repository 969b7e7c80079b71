using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Functions;

/// <summary>A run that somebody waits for.</summary>
internal class CallInvocation : Invocation<Arguments>
{
    private IServiceProvider _services = null!;
    private string? _key;
    private ClaimsPrincipal? _caller;

    public CallInvocation() => Input = new Arguments();

    /// <summary>Whoever waits decides whether to call again.</summary>
    public override bool IsRetried => false;

    public override ClaimsPrincipal User => _caller ?? base.User;

    /// <summary>By the address, which bears what guards the function; or by the code that calls, which could as well call the method.</summary>
    public override bool IsAdmitted => true;

    public override string IdempotencyKey => _key ??= Guid.NewGuid().ToString();

    internal override object? Returned => Input.Result;

    internal override bool HasReturned => Input.HasResult;

    internal override bool IsAnsweredEarly => Input.AreBad;

    internal override bool IsCallers(Outcome outcome) => CallProblems.Spoken(outcome).Status < StatusCodes.Status500InternalServerError;

    protected override IServiceProvider RootServices => _services;

    public void Begin(FunctionDescriptor function, IServiceProvider services, ClaimsPrincipal? caller = null) => (Function, _services, _key, _caller) = (function, services, null, caller);
}
