using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

/// <summary>Events that nobody hears, and functions for events that nobody publishes.</summary>
public sealed class EventEndRuleTests
{
    private const string Events = """
        using Ermine.Events;
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        [Event("shop", "OrderPaid")] public sealed record OrderPaid(int Total);
        """;

    private const string Publishing = "public sealed class Ordering(IEventBus bus) { [Function, QueueTrigger(\"q\")] public async Task Place(string text) => await bus.PublishAsync(new OrderPlaced(1)); }";

    private const string Thanking = """"public sealed class Thanking { [Function, EventRule("""{ "source": ["shop"], "detail-type": ["OrderPlaced"], "detail": { "total": [1] } }""")] public void Thank(OrderPlaced order) { } }"""";

    [Fact]
    public Task An_event_that_nobody_runs_for_is_said() => RuleTest<PublishRule>.SaysOfApp("ERM312", DiagnosticSeverity.Info,
        "OrderPlaced is published here, and no function of this app or of a referenced project has a rule that matches it, so nothing runs; write a function with an [EventRule]",
        $"{Events}\n{Publishing.Replace("bus.PublishAsync(new OrderPlaced(1))", "{|#0:bus.PublishAsync(new OrderPlaced(1))|}", StringComparison.Ordinal)}\n{Thanking.Replace("OrderPlaced", "OrderPaid", StringComparison.Ordinal)}");

    [Theory]
    [InlineData(Thanking)]
    [InlineData("public sealed class Any { [Function, EventRule] public void Run(EventEnvelope<string> any) { } }")]
    [InlineData("public sealed class Making(IEventSubscriptions subscriptions) { public object All => subscriptions; }")]
    [InlineData("""public sealed class Big { [Function, EventRule<OrderPlaced>(nameof(Is))] public void Run(OrderPlaced o) { } static bool Is(OrderPlaced o) => o.Total > 1; }""")]
    public Task An_event_that_somebody_may_run_for_is_left_alone(string subscriber) => RuleTest<PublishRule>.IsSilentOfApp($"{Events}\n{Publishing}\n{subscriber}");

    [Fact]
    public Task A_library_is_no_whole_app() => RuleTest<PublishRule>.IsSilent($"{Events}\n{Publishing}");

    [Fact]
    public Task A_function_for_an_event_that_nobody_publishes_is_said() => RuleTest<EventEndRule>.SaysOfApp("ERM313", DiagnosticSeverity.Info,
        "'Thanking.Thank' runs for OrderPlaced, which nothing in this app makes, so it runs only if another app publishes it; publish it through IEventBus",
        $"{Events}\n{Thanking.Replace(" Thank(", " {|#0:Thank|}(", StringComparison.Ordinal)}");

    [Theory]
    [InlineData(Publishing)]
    [InlineData("public static class Making { public static OrderPlaced One() => new(1); }")]
    [InlineData("public sealed class Passing(IEventBus bus) { public Task Run(byte[] json) => bus.PublishJsonAsync(\"shop\", \"OrderPlaced\", json); }")]
    public Task A_function_for_an_event_that_somebody_may_publish_is_left_alone(string publisher) => RuleTest<EventEndRule>.IsSilentOfApp($"{Events}\n{Thanking}\n{publisher}");
}
