using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Functions as seen from one scope.</summary>
internal sealed class Functions(FunctionCalls calls, PayloadSerializer serializer, IServiceProvider scope) : IFunctions
{
    public Task CallAsync(string id, object?[] arguments, CancellationToken ct) => calls.CallAsync(id, arguments, ct);

    public Task<T> CallAsync<T>(string id, object?[] arguments, CancellationToken ct) => calls.CallAsync<T>(id, arguments, ct);

    public IAsyncEnumerable<T> StreamAsync<T>(string id, object?[] arguments, CancellationToken ct) => calls.StreamAsync<T>(id, arguments, ct);

    public RunRequest Run(string id) => scope.GetService<IRunStore>() is not null
        ? new RunRequest(id, scope.GetRequiredService<IRuns>(), serializer)
        : throw new InvalidOperationException("Nothing keeps asynchronous runs in this app: reference a package that does, such as Ermine.Postgres.");
}
