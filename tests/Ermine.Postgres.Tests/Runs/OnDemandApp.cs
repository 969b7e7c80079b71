using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>One app with functions on demand for all tests of a class; what one test counts, no other may ask for.</summary>
public sealed class OnDemandApp : IAsyncLifetime
{
    private RunApp _app = null!;

    public HttpClient Client => _app.Client;

    public async Task InitializeAsync() => _app = await RunApp.StartAsync("Testing", Declare);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    internal static void Declare(FunctionCatalog catalog)
    {
        SynchronousHandler twice = invocation =>
        {
            var arguments = Arguments.Of(invocation);
            arguments.Return(2 * (arguments.Has("number", 0) ? arguments.Get<int>("number", 0) : 0));
            return Outcome.Completed;
        };
        catalog.Add("math.double", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, twice);
        catalog.Add("math.listed", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, twice);
        catalog.Add("math.secret", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, twice, new AuthorizeAttribute());
        catalog.Add("math.open", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, twice, new AllowAnonymousAttribute());
        catalog.Add("math.paused", new FunctionAttribute(), new OnDemandAttribute { LeaseSeconds = 1 }, null, InputShape.Arguments, async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return Outcome.Completed;
        });
    }
}
