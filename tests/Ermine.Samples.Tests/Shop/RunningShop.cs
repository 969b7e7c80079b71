using Ermine.Testing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>One started sample for all tests of a class.</summary>
public sealed class RunningShop : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await ShopClient.StartAsync(new MailServer());

    public Task DisposeAsync() => App.DisposeAsync().AsTask();
}
