using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

/// <summary>One started app for all tests of a class, with three dead letters of the queue <c>errands</c>.</summary>
public sealed class ChoresApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync<Chores>();
        await App.Queue<Errand>().SendManyAsync([new Errand("format"), new Errand("format"), new Errand("format")]);
        await App.IdleAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
