using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class FunctionFaultRuleTests
{
    [Fact]
    public Task A_function_out_of_reach_is_told_to_open_up() => RuleTest<FunctionFaultRule>.Says("ERM001", DiagnosticSeverity.Error,
        "'Tally' cannot be called from generated code; make it and the types around it public or internal", """
        public sealed class Voting
        {
            [Function] private void {|#0:Tally|}() { }
        }
        """);

    [Fact]
    public Task What_generated_code_cannot_call_or_make_is_found() => RuleTest<FunctionFaultRule>.Fires("""
        public sealed class Voting
        {
            private sealed class Inner { [Function] public void {|ERM001:Hidden|}() { } }
            [Function] public void {|ERM001:Generic|}<T>() { }
            [Function] public void ByReference(ref int {|ERM001:a|}, out int {|ERM001:b|}, in int {|ERM001:c|}) => b = a;
        }
        public sealed class Generic<T> { [Function] public static void {|ERM001:Tally|}() { } }
        public abstract class Abstract { [Function] public void {|ERM001:Tally|}() { } }
        public sealed class TwoWays { public TwoWays() { } public TwoWays(IServiceProvider services) { } [Function] public void {|ERM001:Tally|}() { } }
        """);

    [Fact]
    public Task An_async_void_function_is_told_what_would_be_lost() => RuleTest<FunctionFaultRule>.Says("ERM004", DiagnosticSeverity.Error,
        "'Tally' is async void, so its end and its failures would be lost; return Task", """
        public sealed class Voting
        {
            [Function] public async void {|#0:Tally|}() => await Task.Yield();
        }
        """);

    [Fact]
    public Task A_parameter_that_nothing_can_bind_is_told_what_could() => RuleTest<FunctionFaultRule>.Says("ERM006", DiagnosticSeverity.Error,
        "'Tally' takes two payloads, 'vote' and 'counter', and a message has one; mark the one that is a service with [FromServices]", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Counter;
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote, Counter {|#0:counter|}) { }
        }
        """);

    [Fact]
    public Task Functions_that_can_be_called_and_bound_are_left_alone() => RuleTest<FunctionFaultRule>.IsSilent("""
        using Ermine.Kernel;
        using Microsoft.AspNetCore.Mvc;

        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Counter;
        internal sealed class Voting(TimeProvider clock)
        {
            [Function] internal Task Tick(IServiceProvider services, CancellationToken ct) => Task.Delay(TimeSpan.Zero, clock, ct);
            [Function, QueueTrigger] public void Tally(Vote vote, [FromServices] Counter counter, IQueue<Vote> more, Invocation invocation) { }
            [Function, QueueTrigger] public static ValueTask Many(IReadOnlyList<Vote> batch, TimeProvider time) => default;
            [Function, Rest("GET /votes/{id}")] public string Show(Guid id, string? after, DayOfWeek day = DayOfWeek.Friday) => "";
            private void NoFunction<T>(ref T value) { }
        }
        """);
}
