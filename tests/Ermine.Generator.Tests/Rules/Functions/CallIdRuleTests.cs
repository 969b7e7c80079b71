using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class CallIdRuleTests
{
    [Fact]
    public Task A_mistyped_id_gets_the_id_that_was_meant() => RuleTest<CallIdRule>.Says("ERM018", DiagnosticSeverity.Warning,
        "CallAsync is given the id 'voting.sumarise', which no function on demand here or in a referenced project has, so the call throws when it is made; did you mean 'voting.summarise'?",
        Source("functions.CallAsync({|#0:\"voting.sumarise\"|}, [], ct)"));

    [Fact]
    public Task A_function_of_other_triggers_cannot_be_called() => RuleTest<CallIdRule>.Says("ERM018", DiagnosticSeverity.Warning,
        "CallAsync is given the id 'voting.tally', and 'Voting.Tally' has other triggers and is not on demand, so the call throws when it is made; add [OnDemand] to 'Voting.Tally'",
        Source("functions.CallAsync<int>({|#0:\"voting.tally\"|}, [], ct)"));

    [Fact]
    public Task An_id_unlike_any_other_is_unknown_to_an_app() => RuleTest<CallIdRule>.SaysOfApp("ERM018", DiagnosticSeverity.Warning,
        "CallAsync is given the id 'shop.deliver', which no function on demand here or in a referenced project has, so the call throws when it is made; call through the generated client, which breaks the build when the function goes",
        Source("functions.CallAsync({|#0:\"shop.deliver\"|}, [], ct)"));

    [Fact]
    public Task An_id_unlike_any_other_may_be_of_the_app_above_a_library() => RuleTest<CallIdRule>.IsSilent(Source("functions.CallAsync(\"shop.deliver\", [], ct)"));

    [Theory]
    [InlineData("functions.StreamAsync<int>({|ERM018:\"voting.sumarise\"|}, [], ct)")]
    [InlineData("functions.Run({|ERM018:Typo|})")]
    [InlineData("runs.StartAsync({|ERM018:\"Voting.Summarise\"|}, default, ct: ct)")]
    [InlineData("runs.ListAsync({|ERM018:nameof(Voting) + \".summarise\"|}, ct: ct)")]
    public Task Each_call_by_a_constant_id_is_looked_at(string call) => RuleTest<CallIdRule>.Fires(Source(call));

    [Theory]
    [InlineData("functions.CallAsync(\"voting.summarise\", [], ct)")]
    [InlineData("functions.CallAsync(\"polls.report\", [], ct)")]
    [InlineData("functions.CallAsync(\"voting.count\", [], ct)")]
    [InlineData("functions.CallAsync(Environment.MachineName, [], ct)")]
    [InlineData("functions.Equals(\"voting.sumarise\")")]
    [InlineData("other.CallAsync(\"voting.sumarise\")")]
    public Task An_id_that_is_known_or_not_constant_is_left_alone(string call) => RuleTest<CallIdRule>.IsSilentOfApp(Source(call));

    [Fact]
    public Task A_function_of_a_referenced_project_is_known() => RuleTest<CallIdRule>.IsSilentOfAppWith("""
        public sealed class Reports
        {
            [Function] public int Make() => 1;
        }
        """, """
        public sealed class Caller(Ermine.Functions.IFunctions functions)
        {
            public Task<int> Call(CancellationToken ct) => functions.CallAsync<int>("reports.make", [], ct);
        }
        """);

    [Fact]
    public Task Half_typed_calls_are_borne() => RuleTest<CallIdRule>.BearsHalfTyped("""
        public sealed class Caller(Ermine.Functions.IFunctions functions)
        {
            public object Call() => functions.CallAsync(;
            public object Again() => functions.CallAsync("a", functions.Run(null!), functions.StreamAsync<Missing>("
        }
        """);

    private static string Source(string call) => $$"""
        using Ermine.Functions;

        [Queue("votes")] public sealed record Vote(int Choice);
        public interface IOther { Task CallAsync(string id); }
        public sealed class Voting
        {
            [Function] public int Summarise() => 1;
            [Function(Id = "polls.report")] public int Report() => 1;
            [Function, QueueTrigger] public void Tally(Vote vote) { }
            [Function, QueueTrigger, OnDemand] public void Count(Vote vote) { }
        }
        public sealed class Caller(IFunctions functions, IRuns runs, IOther other)
        {
            private const string Typo = "voting.sumarise";
            public object Call(CancellationToken ct) => (functions, runs, other, Typo).GetHashCode() + "" + {{call}};
        }
        """;
}
