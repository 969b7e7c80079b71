using Ermine.Generator.Rules.Schedules;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Schedules;

public sealed class TimeZoneRuleTests
{
    [Fact]
    public Task A_mistyped_zone_is_told_the_nearest() => RuleTest<TimeZoneRule>.Says("ERM704", DiagnosticSeverity.Error,
        "'Nightly.Close' has TimeZone = \"Europe/Belrin\", and there is no zone of that name, so the app refuses to start; did you mean \"Europe/Berlin\"?",
        Source("\"0 3 * * *\", {|#0:TimeZone = \"Europe/Belrin\"|}"));

    [Theory]
    [InlineData("Middle-earth/Bree")]
    [InlineData("")]
    public Task A_zone_that_is_near_to_none_is_told_what_a_name_looks_like(string zone) => RuleTest<TimeZoneRule>.Says("ERM704", DiagnosticSeverity.Error,
        $"'Nightly.Close' has TimeZone = \"{zone}\", and there is no zone of that name, so the app refuses to start; write its IANA name, such as Europe/Berlin",
        Source($"\"0 3 * * *\", {{|#0:TimeZone = \"{zone}\"|}}"));

    [Theory]
    [InlineData("\"0 3 * * *\", TimeZone = \"Europe/Berlin\"")]
    [InlineData("TimeZone = \"America/Argentina/Buenos_Aires\"")]
    [InlineData("\"0 3 * * *\", TimeZone = \"UTC\"")]
    [InlineData("\"0 3 * * *\"")]
    public Task A_zone_that_there_is_is_left_alone(string arguments) => RuleTest<TimeZoneRule>.IsSilent(Source(arguments));

    [Fact]
    public Task Half_typed_zones_are_borne() => RuleTest<TimeZoneRule>.BearsHalfTyped(Source("TimeZone = "));

    private static string Source(string arguments) => $$"""
        public sealed class Nightly
        {
            [Function, Schedule({{arguments}})] public void Close() { }
        }
        """;
}
