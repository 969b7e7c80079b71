using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Functions as seen from one scope.</summary>
internal sealed class Functions(FunctionCalls calls, IServiceProvider scope) : IFunctions
{
    public Task CallAsync(string id, object?[] arguments, CancellationToken ct) => calls.CallAsync(id, arguments, Caller, ct);

    public Task<T> CallAsync<T>(string id, object?[] arguments, CancellationToken ct) => calls.CallAsync<T>(id, arguments, Caller, ct);

    public IAsyncEnumerable<T> StreamAsync<T>(string id, object?[] arguments, CancellationToken ct) => calls.StreamAsync<T>(id, arguments, Caller, ct);

    public RunRequest Run(string id) => new(id, scope.GetRequiredService<IRuns>(), scope.GetRequiredService<PayloadSerializer>());

    private ClaimsPrincipal? Caller => scope.GetService<InvocationScope>()?.User;
}
