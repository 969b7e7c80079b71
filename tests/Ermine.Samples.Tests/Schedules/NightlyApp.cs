using Ermine.Schedules.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>One started app with schedules, for all tests of a class.</summary>
public sealed class NightlyApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync<Nightly>();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
