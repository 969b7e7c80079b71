using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class EnumValueRuleTests
{
    [Fact]
    public Task A_name_that_there_is_not_is_said_with_the_nearest() => RuleTest<EnumValueRule>.Says("ERM308", DiagnosticSeverity.Warning,
        "'Thanking.Thank' asks 'detail.mood' for \"Goood\", and Mood has no such value, so this alternative never matches; did you mean \"Good\"?", Source("""{ "detail": { "mood": ["Bad", {|#0:"Goood"|}] } }"""));

    [Theory]
    [InlineData("""{ "detail": { "mood": [{|ERM308:0|}] } }""")]
    [InlineData("""{ "detail": { "mood": [{|ERM308:"Odd"|}, "odd one"] } }""")]
    [InlineData("""{ "detail": { "state": [{|ERM308:"Open"|}] } }""")]
    [InlineData("""{ "detail": { "state": [{|ERM308:5|}] } }""")]
    [InlineData("""{ "detail": { "own": [{|ERM308:0|}] } }""")]
    public Task What_the_enumeration_never_is_is_found(string pattern) => RuleTest<EnumValueRule>.Fires(Source(pattern));

    [Theory]
    [InlineData("""{ "detail": { "mood": ["Good", "odd one", { "anything-but": "Bad" }] } }""")]
    [InlineData("""{ "detail": { "state": [1, 3.0, { "numeric": [">", 0] }] } }""")]
    [InlineData("""{ "detail": { "state": ["Open", 1], "own": ["Open"], "flags": ["A, B", 7], "name": ["x"] } }""")]
    public Task What_it_may_be_is_left_alone(string pattern) => RuleTest<EnumValueRule>.IsSilent(Source(pattern));

    private static string Source(string pattern) => $$""""
        using System.Text.Json.Serialization;
        public enum State { Open = 1, Closed = 3 }
        [Flags] public enum Parts { A = 1, B = 2 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Mood { Good, Bad, [JsonStringEnumMemberName("odd one")] Odd }
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(State State, Mood? Mood, Parts Flags, string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<State>))] State Own);
        public sealed class Thanking
        {
            [Function, EventRule("""{{pattern}}""")] public void Thank(OrderPlaced order) { }
        }
        """";
}
