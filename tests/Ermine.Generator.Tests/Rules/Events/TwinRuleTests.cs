using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class TwinRuleTests
{
    [Fact]
    public Task What_another_alternative_covers_is_said() => RuleTest<TwinRule>.Says("ERM311", DiagnosticSeverity.Warning,
        "'Thanking.Thank0' asks for \"abc\", and whatever it matches { \"prefix\": \"a\" } matches too, so it changes nothing; remove it, or narrow the other", Source("""{ "x": [{|#0:"abc"|}, { "prefix": "a" }] }"""));

    [Fact]
    public Task The_same_rule_of_another_function_is_said_however_it_is_written() => RuleTest<TwinRule>.Says("ERM311", DiagnosticSeverity.Info,
        "'Thanking.Thank1' and 'Thanking.Thank0' have the same rule, so both run for each of its events, apart from each other; where that is one job, make them one function",
        Source("""{ "x": [1, "b"], "source": ["shop"] }""", "#").Replace("\"\"\"#\"\"\"", "{|#0:\"\"\"{ \"source\": [\"shop\"], \"x\": [\"b\", 1] }\"\"\"|}", StringComparison.Ordinal));

    [Fact]
    public Task What_changes_nothing_is_found() => RuleTest<TwinRule>.Fires(Source(
        """{ "x": [1, {|ERM311:1|}] }""",
        """{ "x": [{|ERM311:5|}, { "numeric": [">", 1] }] }""",
        """{ "x": [{|ERM311:{ "suffix": "ab" }|}, { "suffix": "b" }, {|ERM311:"b"|}] }""",
        """{ "$or": [{ "x": [1] }, { "x": [1], {|ERM311:"y"|}: [2] }] }"""));

    [Fact]
    public Task What_changes_something_is_left_alone() => RuleTest<TwinRule>.IsSilent(Source(
        """{ "x": ["abc", { "suffix": "a" }, 1, "1", { "exists": false }, { "numeric": ["<", 1] }] }""",
        """{ "$or": [{ "x": [1] }, { "x": [2], "y": [2] }, { "y": [1] }] }""",
        """{ "x": ["b"], "source": ["other"] }""", """{ "source": ["shop"], "x": ["b"] }""",
        """{ "source": ["shop"] }""", """{ "source": ["shop"] }"""));

    private static string Source(params string[] patterns) => $$""""
        public sealed class Thanking
        {
            {{string.Join("\n    ", patterns.Select((p, i) => $"[Function, EventRule(\"\"\"{p}\"\"\")] public void Thank{i}(EventEnvelope<System.Text.Json.JsonElement> order) {{ }}"))}}
        }
        """";
}
