using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Kernel;

public sealed class FunctionHostTests
{
    private readonly FunctionCatalog _catalog = new();
    private readonly Dictionary<string, ScriptedSource> _sources = [];
    private readonly Gate _gate = new();

    [Fact]
    public async Task A_catalog_with_an_omitted_function_refuses_the_start()
    {
        _catalog.Omit("Shop.Orders.Place", "ERM006", "nothing binds 'clock'");
        using var host = Build();

        await Assert.ThrowsAsync<ErmineStartupException>(() => host.StartAsync());
    }

    [Fact]
    public async Task A_function_whose_trigger_nothing_serves_refuses_the_start_by_name()
    {
        _catalog.Add("orders.place", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Waiting);
        using var host = Build();

        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => host.StartAsync());

        Assert.Contains("orders.place", failure.Message);
        Assert.Contains("RestAttribute", failure.Message);
    }

    [Fact]
    public async Task No_function_takes_work_where_another_cannot_start()
    {
        Add("orders.place");
        Add("orders.broken");
        using var host = Build(broken: "orders.broken");

        await Assert.ThrowsAsync<ErmineStartupException>(() => host.StartAsync());

        Assert.True(_sources["orders.place"].IsDisposed);
        Assert.False(_sources["orders.place"].AskedAsync().IsCompleted);
    }

    [Fact]
    public async Task Every_function_that_is_not_disabled_takes_work()
    {
        Add("orders.place");
        Add("orders.ship");
        Add("orders.bill");
        using var host = Build(("Ermine:Functions:orders.ship:Disabled", "true"));

        await host.StartAsync();
        await _sources["orders.place"].AskedAsync();
        await _sources["orders.bill"].AskedAsync();

        Assert.DoesNotContain("orders.ship", _sources.Keys);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_stop_waits_for_the_runs_that_are_under_way()
    {
        Add("orders.place");
        using var host = Build();
        await host.StartAsync();
        var delivery = new TestDelivery(_catalog.Functions[0]);
        _sources["orders.place"].Answer(delivery);
        await _gate.ArrivedAsync();

        var stopping = host.StopAsync();
        var waits = !stopping.IsCompleted;
        _gate.Open();
        await stopping;

        Assert.True(waits);
        Assert.Equal(Outcome.Completed, await delivery.Settled);
        Assert.True(_sources["orders.place"].IsDisposed);
    }

    [Fact]
    public async Task A_stop_cancels_what_has_not_finished_within_the_drain_time()
    {
        Add("orders.place");
        using var host = Build(("Ermine:DrainSeconds", "0"));
        await host.StartAsync();
        var delivery = new TestDelivery(_catalog.Functions[0]);
        _sources["orders.place"].Answer(delivery);
        await _gate.ArrivedAsync();

        await host.StopAsync();

        Assert.Equal(OutcomeKind.Abandoned, (await delivery.Settled).Kind);
    }

    [Fact]
    public async Task A_host_that_never_started_can_be_stopped()
    {
        Add("orders.place");
        using var host = Build();

        await host.Services.GetServices<IHostedService>().OfType<FunctionHost>().Single().StoppingAsync(CancellationToken.None);

        Assert.Empty(_sources);
    }

    [Fact]
    public async Task A_host_that_is_disposed_without_a_stop_takes_no_more_work()
    {
        Add("orders.place");
        var host = Build();
        await host.StartAsync();
        var source = _sources["orders.place"];
        await source.AskedAsync();

        host.Dispose();

        await source.Disposed;
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("3601")]
    public void A_drain_time_that_is_no_number_in_range_refuses_the_start(string seconds) =>
        Assert.Contains("Ermine:DrainSeconds", Assert.Throws<ErmineStartupException>(() => Build(("Ermine:DrainSeconds", seconds))).Message);

    private void Add(string id) => _catalog.Add(id, new FunctionAttribute { MaxConcurrency = 1 }, new TestTriggerAttribute(), null, InputShape.None, Waiting);

    private async ValueTask<Outcome> Waiting(Invocation invocation, CancellationToken ct)
    {
        await _gate.PassAsync(ct);
        return Outcome.Completed;
    }

    private IHost Build(params (string Name, string? Value)[] settings) => Build(null, settings);

    private IHost Build(string? broken, params (string Name, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
        builder.Services.AddLogging(b => b.ClearProviders());
        KernelProvider.AddTo(builder, _catalog);
        builder.Services.AddSingleton<ITriggerFactory<TestTriggerAttribute>>(new Factory(_sources, broken));
        return builder.Build();
    }

    private sealed class Factory(Dictionary<string, ScriptedSource> sources, string? broken) : ITriggerFactory<TestTriggerAttribute>
    {
        public ITriggerSource Create(FunctionDescriptor<TestTriggerAttribute> function) =>
            function.Id == broken ? throw new ErmineStartupException("broken") : sources[function.Id] = new ScriptedSource();
    }
}
