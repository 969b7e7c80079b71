using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class LimitRuleTests
{
    [Fact]
    public Task A_value_above_its_range_is_told_the_range() => RuleTest<LimitRule>.Says("ERM003", DiagnosticSeverity.Error,
        "BatchSize = 20000 is outside the range that [QueueTrigger] works with; use a value from 1 to 10000", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({|#0:BatchSize = 20_000|})]
            public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """);

    [Fact]
    public Task A_value_below_its_range_is_found_behind_a_constant() => RuleTest<LimitRule>.Fires("""
        public sealed class Voting
        {
            private const int None = 0;
            [Function({|ERM003:TimeoutSeconds = None|}, {|ERM003:MaxAttempts = -1|})] public void Tally() { }
        }
        """);

    [Fact]
    public Task An_attribute_of_ones_own_is_held_to_its_limits_wherever_it_stands() => RuleTest<LimitRule>.Fires("""
        public sealed class WeightAttribute : Attribute { [Limit(0.5, 1)] public double Share { get; set; } }
        [Weight({|ERM003:Share = 0.25|})] public sealed class Light { [Weight({|ERM003:Share = double.NaN|})] public int Field; }
        [Weight(Share = 0.5)] public sealed class Heavy;
        """);

    [Fact]
    public Task Both_ends_are_allowed() => RuleTest<LimitRule>.IsSilent("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function(MaxAttempts = 1), QueueTrigger(BatchSize = 10_000)] public void Tally(IReadOnlyList<Vote> batch) { }
            [Function(MaxAttempts = 100), QueueTrigger(BatchSize = 1)] public void Again(IReadOnlyList<Vote> batch) { }
        }
        """);

    [Fact]
    public Task Half_typed_values_are_borne() => RuleTest<LimitRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function(TimeoutSeconds = ), QueueTrigger(BatchSize = "many", Nothing = 3)] public void Tally() { }
        }
        """);
}
