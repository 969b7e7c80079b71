using Ermine.CodeFixes.Events;
using Ermine.Generator.Rules.Events;

namespace Ermine.Generator.Tests.CodeFixes.Events;

public sealed class MeantValueFixTests
{
    [Fact]
    public Task The_value_is_put_right() =>
        FixTest<EnumValueRule, MeantNameFix>.Turns(Source("""["Bad", {|ERM308:"Goood"|}]"""), "Write \"Good\"", Source("""["Bad", "Good"]"""));

    private static string Source(string alternatives) => $$""""
        using System.Text.Json.Serialization;
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Mood { Good, Bad }
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(Mood Mood);
        public sealed class Thanking
        {
            [Function, EventRule("""{ "detail": { "mood": {{alternatives}} } }""")] public void Thank(OrderPlaced order) { }
        }
        """";
}
