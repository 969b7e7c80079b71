using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Polls;

namespace Ermine.Samples.Tests.Polls;

public sealed class StoppedTests
{
    [Fact]
    public async Task An_app_may_be_stopped_twice_as_a_test_host_and_its_own_RunAsync_do()
    {
        await using var app = await TestApp.StartAsync<Voting>();
        var host = app.Services.GetRequiredService<IHost>();

        await host.StopAsync();
        var again = await Record.ExceptionAsync(() => host.StopAsync());

        Assert.Null(again);
    }

    [Fact]
    public async Task An_app_may_be_stopped_again_when_it_is_disposed_already()
    {
        await using var app = await TestApp.StartAsync<Voting>();
        var host = app.Services.GetRequiredService<IHost>();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();

        var again = await Record.ExceptionAsync(() => host.StopAsync());

        Assert.Null(again);
    }
}
