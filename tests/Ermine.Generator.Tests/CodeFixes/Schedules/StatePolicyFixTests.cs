using Ermine.CodeFixes.Schedules;
using Ermine.Generator.Rules.Schedules;

namespace Ermine.Generator.Tests.CodeFixes.Schedules;

public sealed class StatePolicyFixTests
{
    [Fact]
    public Task What_becomes_of_an_overlap_is_stated() => FixTest<PolicyRule, StatePolicyFix>.Turns(
        Source("{|ERM706:Schedule(\"every 10s\")|}"), "Set Overlap to ScheduleOverlap.Skip", Source("Schedule(\"every 10s\", Overlap = ScheduleOverlap.Skip)"));

    [Fact]
    public Task What_becomes_of_what_is_missed_is_stated() => FixTest<PolicyRule, StatePolicyFix>.Turns(
        Source("{|ERM707:Schedule(\"0 3 * * *\")|}"), "Set Missed to ScheduleMissed.RunOnce", Source("Schedule(\"0 3 * * *\", Missed = ScheduleMissed.RunOnce)"));

    private static string Source(string trigger) => $$"""
        public sealed class Nightly
        {
            [Function, {{trigger}}] public void Close() { }
        }
        """;
}
