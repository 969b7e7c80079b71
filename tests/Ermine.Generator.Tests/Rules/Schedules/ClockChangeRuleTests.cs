using Ermine.Generator.Rules.Schedules;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Schedules;

public sealed class ClockChangeRuleTests
{
    [Fact]
    public Task A_time_that_clocks_leave_out_is_told_the_dates() => RuleTest<ClockChangeRule>.Says("ERM705", DiagnosticSeverity.Info,
        "'Nightly.Close' fires at a time that clocks in Europe/Berlin leave out when they go forward: 2026-03-29 02:30, 2027-03-28 02:30, 2028-03-26 02:30; it fires when they go on, an hour off; choose a time outside, or UTC, if that matters",
        Source("{|#0:\"30 2 * * *\"|}, TimeZone = \"Europe/Berlin\""));

    [Theory]
    [InlineData("\"30 2 * * *\"")]
    [InlineData("\"0 3 * * *\", TimeZone = \"Europe/Berlin\"")]
    [InlineData("\"30 2 * * MON\", TimeZone = \"Europe/Berlin\"")]
    [InlineData("\"30 2 1 1 *\", TimeZone = \"Europe/Berlin\"")]
    [InlineData("\"30 2 * * *\", TimeZone = \"Asia/Tokyo\"")]
    [InlineData("\"*/15 * * * *\", TimeZone = \"Europe/Berlin\"")]
    [InlineData("\"30 2 * * *\", TimeZone = \"Europe/Nowhere\"")]
    public Task A_time_that_clocks_show_every_day_is_left_alone(string arguments) => RuleTest<ClockChangeRule>.IsSilent(Source(arguments));

    private static string Source(string arguments) => $$"""
        public sealed class Nightly
        {
            [Function, Schedule({{arguments}})] public void Close() { }
        }
        """;
}
