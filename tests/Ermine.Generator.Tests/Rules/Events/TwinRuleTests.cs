using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class TwinRuleTests
{
    [Fact]
    public Task What_another_alternative_covers_is_said() => RuleTest<TwinRule>.Says("ERM311", DiagnosticSeverity.Warning,
        "'Thanking.Thank' asks for \"abc\", and whatever it matches { \"prefix\": \"a\" } matches too, so it changes nothing; remove it, or narrow the other", Source("""{ "x": [{|#0:"abc"|}, { "prefix": "a" }] }"""));

    [Fact]
    public Task The_same_rule_of_another_function_is_said() => RuleTest<TwinRule>.Says("ERM311", DiagnosticSeverity.Info,
        "'Thanking.Thank' and 'Thanking.Also' have the same rule, so both run for each of its events, apart from each other; where that is one job, make them one function",
        Source("""{ "x": [1, "b"], "source": ["shop"] }""", """{ "source": ["shop"], "x": ["b", 1] }""").Replace("EventRule(\"\"\"{ \"x\": [1, \"b\"], \"source\": [\"shop\"] }\"\"\")", "EventRule({|#0:\"\"\"{ \"x\": [1, \"b\"], \"source\": [\"shop\"] }\"\"\"|})", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "x": [1, {|ERM311:1|}] }""")]
    [InlineData("""{ "x": [{|ERM311:5|}, { "numeric": [">", 1] }] }""")]
    [InlineData("""{ "x": [{|ERM311:{ "suffix": "ab" }|}, { "suffix": "b" }, {|ERM311:"b"|}] }""")]
    [InlineData("""{ "$or": [{ "x": [1] }, { "x": [1], {|ERM311:"y"|}: [2] }] }""")]
    public Task What_changes_nothing_is_found(string pattern) => RuleTest<TwinRule>.Fires(Source(pattern));

    [Theory]
    [InlineData("""{ "x": ["abc", { "suffix": "a" }, 1, "1", { "exists": false }, { "numeric": ["<", 1] }] }""")]
    [InlineData("""{ "$or": [{ "x": [1] }, { "x": [2], "y": [2] }, { "y": [1] }] }""")]
    [InlineData("""{ "x": ["b"], "source": ["other"] }""", """{ "source": ["shop"], "x": ["b"] }""")]
    [InlineData("""{ "source": ["shop"] }""", """{ "source": ["shop"] }""")]
    public Task What_changes_something_is_left_alone(string pattern, string? other = null) => RuleTest<TwinRule>.IsSilent(Source(pattern, other));

    private static string Source(string pattern, string? other = null) => $$""""
        public sealed class Thanking
        {
            [Function, EventRule("""{{pattern}}""")] public void Thank(EventEnvelope<System.Text.Json.JsonElement> order) { }
            {{(other is null ? "" : $"[Function, EventRule(\"\"\"{other}\"\"\")] public void Also(EventEnvelope<System.Text.Json.JsonElement> order) {{ }}")}}
        }
        """";
}
