using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Kernel;

public sealed class InvocationTests : IAsyncDisposable
{
    private readonly RecordedCommit _commits = new();
    private readonly ServiceProvider _services;
    private readonly TestInvocation _invocation;

    public InvocationTests()
    {
        _services = new ServiceCollection().AddSingleton<ICommitFactory>(_commits).AddScoped<InvocationScope>().AddScoped<Closing>().BuildServiceProvider();
        _invocation = new TestInvocation(new TestKernel().Add((_, _) => new(Outcome.Completed)), services: _services);
    }

    [Fact]
    public void A_run_that_asks_for_nothing_opens_nothing() => Assert.Equal((false, false), (_invocation.HasResources, _invocation.HasCommit));

    [Fact]
    public void A_scope_that_a_run_opened_knows_the_run() =>
        Assert.Same(_invocation, _invocation.Services.GetRequiredService<InvocationScope>().Current);

    [Fact]
    public void A_scope_that_no_run_opened_knows_none()
    {
        using var scope = _services.CreateScope();

        Assert.Null(scope.ServiceProvider.GetRequiredService<InvocationScope>().Current);
    }

    [Fact]
    public async Task The_end_closes_commit_and_scope()
    {
        var closing = _invocation.Services.GetRequiredService<Closing>();
        _ = _invocation.Commit;

        await _invocation.DisposeAsync();

        Assert.True(closing.IsClosed);
        Assert.Equal(0, _commits.Open);
    }

    [Fact]
    public async Task A_scope_that_outlives_its_run_joins_no_commit()
    {
        var scope = _invocation.Services.GetRequiredService<InvocationScope>();

        await _invocation.DisposeAsync();

        Assert.Contains("has ended", Assert.Throws<InvalidOperationException>(() => scope.Current).Message);
    }

    [Fact]
    public async Task A_run_that_has_ended_opens_neither_services_nor_a_commit()
    {
        await _invocation.DisposeAsync();

        Assert.Throws<InvalidOperationException>(() => _invocation.Services);
        Assert.Throws<InvalidOperationException>(() => _invocation.Commit);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Closing : IDisposable
    {
        public bool IsClosed { get; private set; }

        public void Dispose() => IsClosed = true;
    }
}
