using Ermine.Generator.Rules.Functions;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class LooseTaskRuleTests
{
    [Fact]
    public Task A_call_that_is_left_behind_may_outlive_the_run() => RuleTest<LooseTaskRule>.Says("ERM014", DiagnosticSeverity.Warning,
        "'Voting.Tally' does not wait for 'SaveAsync': it may go on after the run has ended, when what it stores and sends joins no commit, its failure is seen by nobody, and a stop may cut it off; await it",
        Source("public void Tally(IStore store) { {|#0:store.SaveAsync()|}; }"));

    [Fact]
    public Task An_async_void_lambda_cannot_be_waited_for() => RuleTest<LooseTaskRule>.Says("ERM014", DiagnosticSeverity.Warning,
        "Nothing in 'Voting.Tally' can wait for this lambda, which is async void: it may go on after the run has ended, when what it stores and sends joins no commit, its failure is seen by nobody, and a stop may cut it off; let it return a Task, and await that",
        Source("public void Tally(List<int> list, IStore store) => list.ForEach({|#0:async|} n => await store.SaveAsync());"));

    [Theory]
    [InlineData("public async Task Tally(IStore store) { await store.SaveAsync(); _ = {|ERM014:store.CountAsync()|}; }")]
    [InlineData("public void Tally(IStore store) => {|ERM014:store.FindAsync()|};")]
    [InlineData("public void Tally(IStore? store) { store?{|ERM014:.SaveAsync()|}; }")]
    [InlineData("public void Tally(IStore store) { {|ERM014:store.SaveAsync()|}.ConfigureAwait(false); }")]
    [InlineData("public void Tally(IStore store) { {|ERM014:Task.Run(() => 1)|}; }")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); var left = {|ERM014:Task.Run(store.SaveAsync)|}; }")]
    [InlineData("public Action Tally(IStore store) => () => { {|ERM014:store.SaveAsync()|}; };")]
    [InlineData("public void Tally(IStore store) { Save(); async void {|ERM014:Save|}() => await store.SaveAsync(); }")]
    public Task Each_way_to_leave_work_behind_is_found(string method) => RuleTest<LooseTaskRule>.Fires(Source(method));

    [Theory]
    [InlineData("public async Task<int> Tally(IStore store) { await store.SaveAsync(); return await store.CountAsync(); }")]
    [InlineData("public Task Tally(IStore store) => store.SaveAsync();")]
    [InlineData("public async Task Tally(IStore store) { var t = store.SaveAsync(); var u = store.CountAsync(); await Task.WhenAll(t, u); }")]
    [InlineData("public async Task Tally(IStore store) { _ = await store.CountAsync(); var tasks = new List<Task> { store.SaveAsync() }; await Task.WhenAll(tasks); }")]
    [InlineData("public async Task Tally(IStore store) { await Task.Run(async () => await store.SaveAsync()); }")]
    [InlineData("public void Tally(IStore store) { store.ToString(); _ = store.GetHashCode(); }")]
    [InlineData("public void Tally(IQueue<int> numbers) { _ = numbers.SendAsync(1); }")] // ERM115
    public Task What_is_waited_for_or_told_of_elsewhere_is_left_alone(string method) => RuleTest<LooseTaskRule>.IsSilent(Source(method));

    [Theory]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); store.SaveAsync(); }", "CS4014")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); store?.SaveAsync(); }", "ERM014")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); store.SaveAsync().ConfigureAwait(false); }", "CS4014")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); Action save = () => store.SaveAsync(); save(); }", "ERM014")]
    [InlineData("public void Tally(IStore store) { SaveAsync(); async Task SaveAsync() => await store.SaveAsync(); }", "CS4014")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); store.FindAsync(); }", "CS4014")]
    [InlineData("public void Tally(IStore store) { store.SaveAsync(); }", "ERM014")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); _ = store.SaveAsync(); }", "ERM014")]
    public async Task A_statement_is_told_of_once_by_the_compiler_or_by_the_rule(string method, string id)
    {
        var compilation = UserProject.Library(Source(method)).ToCompilation();

        var found = await compilation.WithAnalyzers([new LooseTaskRule()]).GetAllDiagnosticsAsync();

        Assert.Equal([id], found.Select(d => d.Id).Where(d => d is "CS4014" or "ERM014"));
    }

    [Fact]
    public Task A_method_that_is_no_function_is_left_alone() => RuleTest<LooseTaskRule>.IsSilent("""
        public sealed class Voting
        {
            public void Tally() { Task.Run(() => 1); }
            [Function] public void Count() { }
        }
        """);

    [Fact]
    public Task Half_typed_work_is_borne() => RuleTest<LooseTaskRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function] public void Tally(Missing store) { store.SaveAsync(); _ = store; _ = Task.Run(; async void () => }
            [Function] public void Count() { var t = Task.
        }
        """);

    private static string Source(string method) => $$"""
        public interface IStore { Task<int> CountAsync(); ValueTask<int> FindAsync(); Task SaveAsync(); }
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
