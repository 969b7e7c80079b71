using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

/// <summary>Functions that are in no catalog, as those that are made while a node runs.</summary>
public sealed class PumpsTests : IDisposable
{
    private readonly ScriptedSource _source = new();
    private readonly Gate _gate = new();
    private readonly TestKernel _kernel = new();
    private readonly Pumps _pumps;

    public PumpsTests() => _pumps = new Pumps(_kernel.Open(), _kernel.Log.For<FunctionHost>());

    [Fact]
    public async Task One_takes_no_work_before_the_node_has_started()
    {
        using var until = new CancellationTokenSource();
        var running = _pumps.RunAsync(Function(), _source, until.Token);
        var asked = _source.AskedAsync().AsTask();

        var early = asked.IsCompleted;
        _pumps.Start([]);
        await asked;
        await until.CancelAsync();
        await running;

        Assert.False(early);
    }

    [Fact]
    public async Task One_that_ends_finishes_what_it_has_begun_with_the_middleware_around_it_and_lets_go_of_its_source()
    {
        using var until = new CancellationTokenSource();
        _pumps.Start([]);
        var function = Function(throws: true);
        var running = _pumps.RunAsync(function, _source, until.Token);
        var delivery = new TestDelivery(function);
        _source.Answer(delivery);
        await _gate.ArrivedAsync();

        await until.CancelAsync();
        var waits = !running.IsCompleted;
        _gate.Open();
        await running;

        Assert.True(waits);
        Assert.Equal(OutcomeKind.Retry, (await delivery.Settled).Kind); // what it threw has become a value
        Assert.True(_source.IsDisposed);
    }

    [Fact]
    public async Task All_stop_with_the_node()
    {
        _pumps.Start([]);
        var running = _pumps.RunAsync(Function(), _source, CancellationToken.None);
        await _source.AskedAsync();

        await _pumps.StopAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        await running;

        Assert.True(_source.IsDisposed);
    }

    public void Dispose() => _pumps.Dispose();

    private FunctionDescriptor<TestTriggerAttribute> Function(bool throws = false) => new("webhooks/crm", new FunctionAttribute { MaxConcurrency = 1 }, new TestTriggerAttribute(), null, InputShape.None, async (_, ct) =>
    {
        await _gate.PassAsync(ct);
        return throws ? throw new InvalidOperationException("broken") : Outcome.Completed;
    }, []);
}
