using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class TriggerWithoutFunctionRuleTests
{
    [Fact]
    public Task A_trigger_without_Function_is_told_that_nothing_runs_it() => RuleTest<TriggerWithoutFunctionRule>.Says("ERM002", DiagnosticSeverity.Warning,
        "'Voting.Tally' has [QueueTrigger] but not [Function], so nothing ever runs it; add [Function], or remove the trigger", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [QueueTrigger]
            public void {|#0:Tally|}(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_trigger_of_ones_own_needs_Function_too() => RuleTest<TriggerWithoutFunctionRule>.Fires("""
        public sealed class MoonriseAttribute : TriggerAttribute;
        public static class Tides
        {
            [Moonrise] public static void {|ERM002:Rise|}() { }
        }
        """);

    [Fact]
    public Task A_function_and_a_plain_method_are_left_alone() => RuleTest<TriggerWithoutFunctionRule>.IsSilent("""
        public sealed class Voting
        {
            [Function, Rest("GET /polls")] public void List() { }
            [Obsolete] public void Plain() { }
        }
        """);

    [Fact]
    public Task Half_typed_attributes_are_borne() => RuleTest<TriggerWithoutFunctionRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [QueueTrig(] public void Tally() { }
            [Rest(] [Function
            public void List( 
        }
        """);
}
