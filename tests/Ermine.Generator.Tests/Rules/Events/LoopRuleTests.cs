using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class LoopRuleTests
{
    [Fact]
    public Task A_loop_is_said_with_its_way() => RuleTest<LoopRule>.Says("ERM314", DiagnosticSeverity.Warning,
        "'Billing.Bill' publishes in every run what runs it again: Billing.Bill -> OrderPaid -> Thanking.Thank -> OrderPlaced -> Billing.Bill; it never ends and keeps its functions busy; publish under a condition, or ask in a pattern for what tells the events apart",
        Source("await {|#0:bus.PublishAsync(new OrderPaid(1))|};", "await bus.PublishAsync<OrderPlaced>(made);"));

    [Fact]
    public Task A_loop_that_depends_on_what_is_in_the_events_is_advice() => RuleTest<LoopRule>.Says("ERM314", DiagnosticSeverity.Info,
        "'Billing.Bill' publishes in every run what may run it again: Billing.Bill -> OrderPaid -> Thanking.Thank -> OrderPlaced -> Billing.Bill; make sure that the events which it publishes do not match",
        Source("await {|#0:bus.PublishAsync(new OrderPaid(1))|};", "await bus.PublishAsync<OrderPlaced>(made);", """, "detail": { "total": [2] }"""));

    [Theory]
    [InlineData("await bus.PublishAsync(new OrderPaid(1));", "")]
    [InlineData("await bus.PublishAsync(new OrderPaid(1));", "if (made is { Total: 1 }) await bus.PublishAsync(made!);")]
    [InlineData("if (order.Total > 1) await bus.PublishAsync(new OrderPlaced(1));", "")]
    [InlineData("await bus.PublishAsync(new OrderPlaced(1), new() { Bus = \"other\" });", "")]
    public Task What_ends_is_left_alone(string first, string second) => RuleTest<LoopRule>.IsSilent(Source(first, second));

    [Fact]
    public Task A_function_that_publishes_its_own_event_is_found() => RuleTest<LoopRule>.Fires(Source("await {|ERM314:bus.PublishAsync(new OrderPlaced(1))|};", ""));

    [Theory]
    [InlineData("{|ERM314:OrderPlaced|}", "Pipe")]
    [InlineData("OrderPlaced?", "Pipe")]
    [InlineData("System.Collections.Generic.IReadOnlyList<OrderPlaced>", "Pipe")]
    [InlineData("OrderPlaced", """Pipe(Filter = "{ \"total\": [1] }")""")]
    public Task A_pipe_publishes_what_it_returns(string returned, string pipe) => RuleTest<LoopRule>.Fires($$""""
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        public sealed class Billing
        {
            [Function, EventRule("""{ "source": ["shop"], "detail-type": ["OrderPlaced"] }"""), {{pipe}}] public {{returned}} Bill(OrderPlaced order) => null!;
        }
        """");

    [Fact]
    public Task Half_typed_code_is_borne() => RuleTest<LoopRule>.BearsHalfTyped(Source("await bus.PublishAsync(new", "await bus.PublishAsync<"));

    private static string Source(string first, string second, string detail = "") => $$""""
        using Ermine.Events;
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        [Event("shop", "OrderPaid")] public sealed record OrderPaid(int Total);
        public sealed class Billing(IEventBus bus)
        {
            [Function, EventRule("""{ "source": ["shop"], "detail-type": ["OrderPlaced"]{{detail}} }""")] public async Task Bill(OrderPlaced order) { await Task.Yield(); _ = bus; {{first}} }
        }
        public sealed class Thanking
        {
            [Function, EventRule<OrderPaid>(nameof(All))] public async Task Thank(OrderPaid order, IEventBus bus) { OrderPlaced made = new(1); await Task.Yield(); _ = made; {{second}} }
            private static bool All(OrderPaid o) => true;
        }
        """";
}
