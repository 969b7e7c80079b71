using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class EnumValueRuleTests
{
    [Fact]
    public Task A_name_that_there_is_not_is_said_with_the_nearest() => RuleTest<EnumValueRule>.Says("ERM308", DiagnosticSeverity.Warning,
        "'Thanking.Thank0' asks 'detail.mood' for \"Goood\", and Mood has no such value, so this alternative never matches; did you mean \"Good\"?", Source("""{ "detail": { "mood": ["Bad", {|#0:"Goood"|}] } }"""));

    [Fact]
    public Task What_the_enumeration_never_is_is_found() => RuleTest<EnumValueRule>.Fires(Source(
        """{ "detail": { "mood": [{|ERM308:0|}] } }""",
        """{ "detail": { "mood": [{|ERM308:"Odd"|}, "odd one"] } }""",
        """{ "detail": { "state": [{|ERM308:"Open"|}] } }""",
        """{ "detail": { "state": [{|ERM308:5|}] } }""",
        """{ "detail": { "own": [{|ERM308:0|}] } }"""));

    [Fact]
    public Task What_it_may_be_is_left_alone() => RuleTest<EnumValueRule>.IsSilent(Source(
        """{ "detail": { "mood": ["Good", "odd one", { "anything-but": "Bad" }] } }""",
        """{ "detail": { "state": [1, 3.0, { "numeric": [">", 0] }] } }""",
        """{ "detail": { "state": ["Open", 1], "own": ["Open"], "flags": ["A, B", 7], "name": ["x"] } }"""));

    private static string Source(params string[] patterns) => $$""""
        using System.Text.Json.Serialization;
        public enum State { Open = 1, Closed = 3 }
        [Flags] public enum Parts { A = 1, B = 2 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Mood { Good, Bad, [JsonStringEnumMemberName("odd one")] Odd }
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(State State, Mood? Mood, Parts Flags, string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<State>))] State Own);
        public sealed class Thanking
        {
            {{string.Join("\n    ", patterns.Select((p, i) => $"[Function, EventRule(\"\"\"{p}\"\"\")] public void Thank{i}(OrderPlaced order) {{ }}"))}}
        }
        """";
}
