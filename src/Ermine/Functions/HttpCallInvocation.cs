using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Functions;

/// <summary>A run that an HTTP request waits for: it lives in the request's own scope.</summary>
internal sealed class HttpCallInvocation : CallInvocation
{
    private HttpContext _http = null!;

    public override ClaimsPrincipal User => _http.User;

    public override string IdempotencyKey => _http.Request.Headers.TryGetValue("Idempotency-Key", out var key) && key.Count == 1 ? key.ToString() : _http.TraceIdentifier;

    public void Begin(FunctionDescriptor function, IServiceProvider services, HttpContext http)
    {
        Begin(function, services);
        _http = http;
    }

    /// <summary>Makes the object ready for another request.</summary>
    public void End()
    {
        Input.End();
        _http = null!;
    }

    public override ValueTask DisposeAsync() => HasResources ? base.DisposeAsync() : default;

    protected override IServiceProvider OpenServices() => _http.RequestServices;
}
