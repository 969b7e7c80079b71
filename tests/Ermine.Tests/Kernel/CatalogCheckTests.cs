using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

public sealed class CatalogCheckTests
{
    private readonly FunctionCatalog _catalog = new();

    [Fact]
    public void A_function_that_could_not_be_wired_refuses_the_start_with_its_rule_and_reason()
    {
        _catalog.Omit("Shop.Orders.Place", "ERM006", "nothing binds 'clock'");

        var failure = Assert.Throws<ErmineStartupException>(() => CatalogCheck.ThrowIfFaulty(_catalog));

        Assert.Contains("Shop.Orders.Place  ERM006: nothing binds 'clock'", failure.Message);
    }

    [Fact]
    public void One_function_may_have_several_triggers()
    {
        Add("orders.place", new TestTriggerAttribute { Size = 1 }, Orders.Place);
        Add("orders.place", new TestTriggerAttribute { Size = 2 }, Orders.Place);

        CatalogCheck.ThrowIfFaulty(_catalog);
    }

    [Fact]
    public void Two_functions_of_one_id_refuse_the_start_though_their_triggers_differ()
    {
        Add("orders.place", new TestTriggerAttribute { Size = 1 }, Orders.Place);
        Add("orders.place", new TestTriggerAttribute { Size = 2 }, OldOrders.Place);

        Assert.Contains("'orders.place'", Assert.Throws<ErmineStartupException>(() => CatalogCheck.ThrowIfFaulty(_catalog)).Message);
    }

    [Fact]
    public void Two_functions_of_one_id_and_trigger_refuse_the_start()
    {
        Add("orders.place", new TestTriggerAttribute(), Orders.Place);
        Add("Orders.Place", new TestTriggerAttribute(), Orders.Replace);

        Assert.Throws<ErmineStartupException>(() => CatalogCheck.ThrowIfFaulty(_catalog));
    }

    private void Add(string id, TestTriggerAttribute trigger, FunctionHandler handler) => _catalog.Add(id, new FunctionAttribute(), trigger, null, InputShape.None, handler);

    private static class Orders
    {
        public static ValueTask<Outcome> Place(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);

        public static ValueTask<Outcome> Replace(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);
    }

    private static class OldOrders
    {
        public static ValueTask<Outcome> Place(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);
    }
}
