namespace Ermine.Postgres.Tests.Development;

/// <summary>Tests that each have a checkout of their own, with whatever runs on it ended after them.</summary>
public abstract class CheckoutTests(TemplateFixture template) : IClassFixture<TemplateFixture>, IAsyncLifetime
{
    private protected Checkout Checkout { get; } = new(template.Cache);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Checkout.DisposeAsync().AsTask();
}
