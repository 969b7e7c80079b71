using Ermine.CodeFixes.Schedules;
using Ermine.Generator.Rules.Schedules;

namespace Ermine.Generator.Tests.CodeFixes.Schedules;

public sealed class MeantTextFixTests
{
    [Theory]
    [InlineData("0 30 14 * *", "0 30 14 * * *")]
    [InlineData("0 3 * * ? 2027", "0 3 * * ?")]
    [InlineData("* 0 3 * * *", "0 3 * * *")]
    public Task Fields_are_put_right(string before, string after) => FixTest<ScheduleTextRule, MeantTextFix>.Turns(
        Source($"{{|ERM703:\"{before}\"|}}"), $"Write \"{after}\"", Source($"\"{after}\""));

    [Theory]
    [InlineData("Europe/Belrin", "Europe/Berlin")]
    [InlineData("europe/zurich ", "Europe/Zurich")]
    [InlineData("New York", "America/New_York")]
    public Task A_zone_is_given_its_name(string before, string after) => FixTest<TimeZoneRule, MeantTextFix>.Turns(
        Source($"\"0 3 * * *\", {{|ERM704:TimeZone = \"{before}\"|}}"), $"Write \"{after}\"", Source($"\"0 3 * * *\", TimeZone = \"{after}\""));

    private static string Source(string arguments) => $$"""
        public sealed class Nightly
        {
            [Function, Schedule({{arguments}})] public void Close() { }
        }
        """;
}
