using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class StaticStateRuleTests
{
    [Fact]
    public Task A_static_field_that_a_function_writes_is_shared_by_no_node() => RuleTest<StaticStateRule>.Says("ERM015", DiagnosticSeverity.Warning,
        "'Voting.Tally' changes 'Voting._count', which is static: every node has one of its own, a restart forgets it, and runs at the same time race for it; keep it in the database, or in a singleton service if it belongs to the node",
        Source("private static int _count;", "{|#0:_count++|};"));

    [Theory]
    [InlineData("public static int Count { get; set; }", "{|ERM015:Count += 2|};")]
    [InlineData("private static string? _last;", "{|ERM015:_last = \"a\"|};")]
    [InlineData("private static string? _last;", "{|ERM015:_last ??= \"a\"|};")]
    [InlineData("private static int _a, _b;", "{|ERM015:(_a, _b) = (1, 2)|};")]
    [InlineData("private static int _count;", "int.TryParse(\"1\", {|ERM015:out _count|});")]
    [InlineData("private static readonly List<int> Seen = [];", "{|ERM015:Seen.Add(1)|};")]
    [InlineData("private static Dictionary<int, int> Seen { get; } = [];", "{|ERM015:Seen[1] = 2|};")]
    [InlineData("private static readonly int[] Seen = new int[3];", "{|ERM015:Seen[1]++|};")]
    [InlineData("private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> Seen = [];", "{|ERM015:Seen.TryAdd(1, 1)|};")]
    [InlineData("private static readonly IList<int> Seen = new List<int>();", "Action add = () => {|ERM015:Seen.Clear()|}; add();")]
    [InlineData("private struct Both { public int A; } private static Both _both;", "{|ERM015:_both.A = 1|};")]
    public Task Each_way_to_change_static_state_is_found(string member, string statement) => RuleTest<StaticStateRule>.Fires(Source(member, statement));

    [Fact]
    public Task State_of_another_class_is_found() => RuleTest<StaticStateRule>.Fires("""
        public static class Totals { public static int Count; }
        public sealed class Voting
        {
            [Function] public void Tally() { {|ERM015:Totals.Count++|}; }
        }
        """);

    [Theory]
    [InlineData("private static int _count;", "Interlocked.Increment(ref _count);")]
    [InlineData("private static int _count;", "var n = _count; n++;")]
    [InlineData("private const int Most = 3;", "var n = Most;")]
    [InlineData("private static readonly List<int> Known = [1];", "var has = Known.Contains(1);")]
    [InlineData("private static readonly System.Collections.Immutable.ImmutableList<int> Known = [1];", "var more = Known.Add(1);")]
    [InlineData("private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> Cache = [];", "var one = Cache.GetOrAdd(1, n => n);")]
    [InlineData("[ThreadStatic] private static int _count;", "_count++;")]
    [InlineData("private static readonly AsyncLocal<int> Count = new();", "Count.Value = 1;")]
    [InlineData("private static readonly System.Net.Http.HttpClient Http = new();", "Http.CancelPendingRequests();")]
    [InlineData("private static readonly System.Diagnostics.ActivitySource Source = new(\"a\"); private static readonly System.Diagnostics.Metrics.Counter<int> Votes = new System.Diagnostics.Metrics.Meter(\"a\").CreateCounter<int>(\"votes\");",
        "using var activity = Source.StartActivity(\"a\"); Votes.Add(1);")]
    [InlineData("private int _count; private readonly List<int> _seen = [];", "_count++; _seen.Add(1);")]
    public Task What_is_read_or_is_meant_for_all_runs_of_a_node_is_left_alone(string member, string statement) => RuleTest<StaticStateRule>.IsSilent(Source(member, statement));

    [Fact]
    public Task A_method_that_is_no_function_is_left_alone() => RuleTest<StaticStateRule>.IsSilent("""
        public sealed class Voting
        {
            private static int _count;
            public void Tally() => _count++;
            [Function] public void Count() { }
        }
        """);

    [Fact]
    public Task Half_typed_writes_are_borne() => RuleTest<StaticStateRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            private static Missing _missing; private static int _count
            [Function] public void Tally() { _missing.Add(1); _missing = ; _count += ; (_count, = (1, }
            [Function] public void Count() { _count[
        }
        """);

    private static string Source(string member, string statement) => $$"""
        public sealed class Voting
        {
            {{member}}
            [Function] public void Tally() { {{statement}} }
        }
        """;
}
