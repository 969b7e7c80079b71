using Ermine.Generator.Rules.Schedules;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Schedules;

public sealed class PolicyRuleTests
{
    [Fact]
    public Task A_run_that_may_outlast_the_period_is_told_what_becomes_of_the_next() => RuleTest<PolicyRule>.Says("ERM706", DiagnosticSeverity.Warning,
        "'Nightly.Close' may run for 300 s and fires again after 60 s, and then the firing is left out, which is the default; say so by Overlap = ScheduleOverlap.Skip, or choose Queue or CancelOther, or set TimeoutSeconds below",
        Source("Function(TimeoutSeconds = 300), {|#0:Schedule(\"* * * * *\")|}"));

    [Fact]
    public Task A_long_period_is_told_what_becomes_of_what_is_missed() => RuleTest<PolicyRule>.Says("ERM707", DiagnosticSeverity.Info,
        "'Nightly.Close' fires every 24 h or less often, and one that is missed while no node is there happens late, which is the default; say so by Missed = ScheduleMissed.RunOnce, or choose Skip or RunAll",
        Source("Function, {|#0:Schedule(\"0 3 * * *\")|}"));

    [Theory]
    [InlineData("Function, {|ERM706:Schedule(\"every 10s\")|}")]
    [InlineData("Function(TimeoutSeconds = 900), {|ERM706:Schedule(\"0,10 * * * *\")|}")]
    [InlineData("Function(TimeoutSeconds = 43_200), {|ERM706:{|ERM707:Schedule(\"0 0,2 * * *\")|}|}")]
    public Task The_shortest_time_between_two_counts(string attributes) => RuleTest<PolicyRule>.Fires(Source(attributes));

    [Theory]
    [InlineData("Function(TimeoutSeconds = 300), Schedule(\"* * * * *\", Overlap = ScheduleOverlap.Queue)")]
    [InlineData("Function(TimeoutSeconds = 60), Schedule(\"* * * * *\")")]
    [InlineData("Function, Schedule(\"0 3 * * *\", Missed = ScheduleMissed.Skip)")]
    [InlineData("Function, Schedule(\"@hourly\")")]
    [InlineData("Function, Schedule(\"2027-01-31T20:00:00Z\")")]
    [InlineData("Function, Schedule(\"nonsense\")")]
    [InlineData("Function, Schedule")]
    public Task What_is_said_or_does_not_matter_is_left_alone(string attributes) => RuleTest<PolicyRule>.IsSilent(Source(attributes));

    private static string Source(string attributes) => $$"""
        public sealed class Nightly
        {
            [{{attributes}}] public void Close() { }
        }
        """;
}
