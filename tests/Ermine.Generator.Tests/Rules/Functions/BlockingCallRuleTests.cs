using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class BlockingCallRuleTests
{
    [Fact]
    public Task A_function_that_asks_for_a_result_keeps_its_thread() => RuleTest<BlockingCallRule>.Says("ERM013", DiagnosticSeverity.Warning,
        "'Voting.Tally' waits in Result and keeps its thread until that ends, so that a few runs at a time can hold up all others of the node, and neither a timeout nor a stop ends the wait; await the task",
        Source("public int Tally(IStore store) => {|#0:store.CountAsync().Result|};"));

    [Theory]
    [InlineData("public void Tally(IStore store) { {|ERM013:store.SaveAsync().Wait()|}; }")]
    [InlineData("public void Tally(IStore store, CancellationToken ct) { {|ERM013:store.SaveAsync().Wait(ct)|}; }")]
    [InlineData("public void Tally(IStore store) => {|ERM013:store.SaveAsync().GetAwaiter().GetResult()|};")]
    [InlineData("public int Tally(IStore store) => {|ERM013:store.FindAsync().ConfigureAwait(false).GetAwaiter().GetResult()|};")]
    [InlineData("public int Tally(IStore store) => {|ERM013:store.FindAsync().Result|};")]
    [InlineData("public async Task Tally() { await Task.Yield(); {|ERM013:Thread.Sleep(10)|}; }")]
    [InlineData("public void Tally(IStore store) { {|ERM013:Task.WaitAll(store.SaveAsync())|}; {|ERM013:Task.WaitAny([store.SaveAsync()], 10)|}; }")]
    public Task Each_way_to_block_is_found(string method) => RuleTest<BlockingCallRule>.Fires(Source(method));

    [Theory]
    [InlineData("public Task Tally(IStore store) => Task.Run(() => {|ERM013:store.CountAsync().Result|});")]
    [InlineData("public async Task Tally(IStore store) { await Save(); async Task Save() { await Task.Yield(); {|ERM013:store.SaveAsync().Wait()|}; } }")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = store.CountAsync(); if (store is null) await t; return {|ERM013:t.Result|}; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = store.CountAsync(); await t; t = store.CountAsync(); return {|ERM013:t.Result|}; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var (t, u) = (store.CountAsync(), store.CountAsync()); await u; return {|ERM013:t.Result|}; }")]
    public Task What_may_not_have_ended_blocks_wherever_it_stands(string method) => RuleTest<BlockingCallRule>.Fires(Source(method));

    [Theory]
    [InlineData("public async Task<int> Tally(IStore store) => await store.CountAsync();")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = store.CountAsync(); if (t.IsCompletedSuccessfully) return t.Result; return await t; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = store.FindAsync(); return t.IsCompleted ? t.Result : await t; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = store.CountAsync(); await t; return t.Result; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var (t, u) = (store.CountAsync(), store.CountAsync()); await Task.WhenAll(t, u).ConfigureAwait(false); return t.Result + u.Result; }")]
    [InlineData("public async Task<int> Tally(IStore store) { var t = new[] { store.CountAsync() }; await Task.WhenAll(t); var n = t[0].Result; foreach (var one in t) n += one.Result; return n + System.Linq.Enumerable.Sum(t, x => x.Result); }")]
    [InlineData("public async Task<int> Tally(IStore store) { var first = await Task.WhenAny(store.CountAsync()); return first.Result; }")]
    [InlineData("public Task<int> Tally(IStore store) => store.CountAsync().ContinueWith(t => t.Result);")]
    [InlineData("public string Tally() => nameof(Task<int>.Result);")]
    [InlineData("public int Tally(Outcome outcome) => outcome.Result;")]
    public Task What_has_ended_or_is_no_task_is_left_alone(string method) => RuleTest<BlockingCallRule>.IsSilent(Source(method));

    [Fact]
    public Task A_method_that_is_no_function_is_left_alone() => RuleTest<BlockingCallRule>.IsSilent("""
        public sealed class Voting
        {
            public int Tally(Task<int> count) => count.Result;
            [Function] public void Count() { }
        }
        """);

    [Fact]
    public Task Half_typed_waits_are_borne() => RuleTest<BlockingCallRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function] public int Tally(Missing store) => store.CountAsync().Result + Thread.Sleep( + new Missing().GetAwaiter().GetResult();
            [Function] public void Count(Task<Missing> t) { Task.WaitAll(; t. }
        }
        """);

    private static string Source(string method) => $$"""
        public interface IStore { Task<int> CountAsync(); ValueTask<int> FindAsync(); Task SaveAsync(); }
        public sealed record Outcome(int Result);
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
