using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class PipeRuleTests
{
    [Fact]
    public Task A_result_that_is_no_event_is_said() => RuleTest<PipeRule>.Says("ERM332", DiagnosticSeverity.Error,
        "'Piping.Enrich' is a pipe and returns Order, so there is nothing to publish; return a type with [Event], or an IReadOnlyList of one",
        Source("QueueTrigger, Pipe", "{|#0:Task<Order>|}"));

    [Fact]
    public Task A_caller_that_gets_the_result_is_said() => RuleTest<PipeRule>.Says("ERM333", DiagnosticSeverity.Error,
        "'Piping.Enrich' is a pipe and is called by its name, where the caller gets what it returns and nothing is published; leave out [Pipe] and publish through IEventBus",
        Source("{|#0:Pipe|}", "OrderPlaced"));

    [Fact]
    public Task A_filter_that_is_no_pattern_is_said_at_its_place() => RuleTest<PipeRule>.Says("ERM334", DiagnosticSeverity.Error,
        "'Piping.Enrich' has a filter that cannot be read, so the app refuses to start: 'total' has a number, and a field has an array of alternatives; write [100].",
        Source(""""QueueTrigger, Pipe(Filter = """{ "total": {|#0:100|} }""")"""", "OrderPlaced"));

    [Theory]
    [InlineData("QueueTrigger, Pipe", "{|ERM332:void|}")]
    [InlineData("QueueTrigger, Pipe", "{|ERM332:Task|}")]
    [InlineData("QueueTrigger, Pipe", "{|ERM332:OrderPlaced[]|}")]
    [InlineData("Rest(\"POST /orders\"), {|ERM333:Pipe|}", "Task<OrderPlaced>")]
    [InlineData("QueueTrigger, OnDemand, {|ERM333:Pipe|}", "Task<OrderPlaced>")]
    [InlineData("QueueTrigger, Pipe(Filter = \"{ {|ERM334:x|}\")", "OrderPlaced")]
    public Task What_publishes_nothing_is_found(string attributes, string returned) => RuleTest<PipeRule>.Fires(Source(attributes, returned));

    [Theory]
    [InlineData("QueueTrigger, Pipe", "OrderPlaced?"), InlineData("QueueTrigger, Pipe", "Task<OrderPlaced?>"), InlineData("QueueTrigger, Pipe", "ValueTask<IReadOnlyList<OrderPlaced>>")]
    [InlineData("Schedule(\"0 6 * * *\"), Pipe", "OrderPlaced"), InlineData("EventRule(\"{ \\\"a\\\": [1] }\"), Pipe(Filter = \"{ \\\"total\\\": [1] }\")", "OrderPlaced")]
    [InlineData("QueueTrigger", "Task"), InlineData("Rest(\"POST /orders\")", "Order")]
    public Task What_publishes_is_left_alone(string attributes, string returned) => RuleTest<PipeRule>.IsSilent(Source(attributes, returned));

    [Fact]
    public Task Half_typed_pipes_are_borne() => RuleTest<PipeRule>.BearsHalfTyped(Source("QueueTrigger, Pipe(Filter = \"{", "Task<"));

    private static string Source(string attributes, string returned) => $$"""
        [Queue("orders")] public sealed record Order(int Total);
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        public sealed class Piping
        {
            [Function, {{attributes}}] public {{returned}} Enrich(Order order) => throw new NotSupportedException();
        }
        """;
}
