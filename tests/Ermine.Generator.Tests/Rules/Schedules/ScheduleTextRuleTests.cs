using Ermine.Generator.Rules.Schedules;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Schedules;

public sealed class ScheduleTextRuleTests
{
    [Fact]
    public Task A_field_out_of_its_range_is_pointed_at() => RuleTest<ScheduleTextRule>.Says("ERM701", DiagnosticSeverity.Error,
        "'Nightly.Close' has the schedule \"0 3 * 13 *\", which cannot be read, so the app refuses to start: the month is 13, and may be from 1 to 12",
        Source("\"0 3 * {|#0:13|} *\""));

    [Theory]
    [InlineData("\"0 3 * * {|ERM701:MOM|}\"")]
    [InlineData("\"0 {|ERM701:24|} * * *\"")]
    [InlineData("\"0 3{|ERM701:x|} * * *\"")]
    [InlineData("\"*/{|ERM701:0|} * * * *\"")]
    [InlineData("\"{|ERM701:@daly|}\"")]
    [InlineData("\"every {|ERM701:10 min|}\"")]
    [InlineData("\"{|ERM701:2027-02-30T20:00Z|}\"")]
    [InlineData("\"{|ERM701:soon|}\"")]
    [InlineData("\"0 3 * {|ERM701:FOO|} *\"")]
    [InlineData("\"0 3 * \" + \"{|ERM701:13|} *\"")]
    public Task What_cannot_be_read_is_found_at_its_place(string text) => RuleTest<ScheduleTextRule>.Fires(Source(text));

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    [InlineData("0 0 1-7 * MON#2")]
    public Task A_day_that_never_comes_never_fires(string text) => RuleTest<ScheduleTextRule>.Fires(Source($"{{|ERM702:\"{text}\"|}}"));

    [Theory]
    [InlineData("0 30 14 * *", DiagnosticSeverity.Error, "has five fields, of which the first is the minute, and reads as if it were the second", "0 30 14 * * *")]
    [InlineData("0 3 * * ? 2027", DiagnosticSeverity.Error, "has a year as its sixth field, and with six fields the first is the second", "0 3 * * ?")]
    [InlineData("0 0 3 * * ? *", DiagnosticSeverity.Error, "has a year as its seventh field, which schedules do not have", "0 0 3 * * ?")]
    [InlineData("* 0 3 * * *", DiagnosticSeverity.Warning, "begins with the second where it has six fields, and fires sixty times in its minute", "0 3 * * *")]
    [InlineData("* 3 * * *", DiagnosticSeverity.Warning, "fires at every minute of its hour", "0 3 * * *")]
    public Task Fields_too_many_or_too_few_are_told_what_was_meant(string text, DiagnosticSeverity severity, string why, string meant) => RuleTest<ScheduleTextRule>.Says("ERM703", severity,
        $"'Nightly.Close' has the schedule \"{text}\", which {why}; did you mean \"{meant}\"?", Source($"{{|#0:\"{text}\"|}}"));

    [Theory]
    [InlineData("0 3 * * *")]
    [InlineData("*/15 9-17 * * MON-FRI")]
    [InlineData("30 0 3 LW JAN,JUL ?")]
    [InlineData("* * * * * *")]
    [InlineData("0 0 29 2 *")]
    [InlineData("@hourly")]
    [InlineData("every 10m")]
    [InlineData("2027-01-31T20:00:00+01:00")]
    public Task What_is_right_is_left_alone(string text) => RuleTest<ScheduleTextRule>.IsSilent(Source($"\"{text}\""));

    [Fact]
    public Task A_function_whose_schedules_the_app_makes_has_none_to_judge() => RuleTest<ScheduleTextRule>.IsSilent(Source(""));

    [Fact]
    public Task Half_typed_schedules_are_borne() => RuleTest<ScheduleTextRule>.BearsHalfTyped(Source("\"0 3"));

    private static string Source(string arguments) => $$"""
        public sealed class Nightly
        {
            [Function, Schedule({{arguments}})] public void Close() { }
        }
        """;
}
