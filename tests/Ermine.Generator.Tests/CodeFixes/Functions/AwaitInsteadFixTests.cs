using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class AwaitInsteadFixTests
{
    [Theory]
    [InlineData("public int Tally(IStore store) => {|ERM013:store.CountAsync().Result|};", "public async Task<int> Tally(IStore store) => await store.CountAsync();")]
    [InlineData("public void Tally(IStore store) { {|ERM013:store.SaveAsync().Wait()|}; }", "public async Task Tally(IStore store) { await store.SaveAsync(); }")]
    [InlineData("public async Task<string> Tally(IStore store) { await Task.Yield(); return {|ERM013:store.CountAsync().GetAwaiter().GetResult()|}.ToString(); }",
        "public async Task<string> Tally(IStore store) { await Task.Yield(); return (await store.CountAsync()).ToString(); }")]
    public Task A_task_is_awaited_where_its_result_was_asked_for(string before, string after) => FixTest<BlockingCallRule, AwaitInsteadFix>.Turns(
        Source(before), "Await it", Source(after));

    [Theory]
    [InlineData("public void Tally(CancellationToken ct) { {|ERM013:Thread.Sleep(10)|}; }", "public async Task Tally(CancellationToken ct) { await Task.Delay(10, ct); }")]
    [InlineData("public void Tally() { {|ERM013:Thread.Sleep(10)|}; }", "public async Task Tally() { await Task.Delay(10); }")]
    public Task A_sleep_becomes_a_delay_that_a_stop_ends(string before, string after) => FixTest<BlockingCallRule, AwaitInsteadFix>.Turns(
        Source(before), "Await Task.Delay", Source(after));

    [Fact]
    public Task Several_tasks_are_awaited_together() => FixTest<BlockingCallRule, AwaitInsteadFix>.Turns(
        Source("public void Tally(IStore store) { {|ERM013:Task.WaitAll(store.SaveAsync(), store.CountAsync())|}; }"), "Await Task.WhenAll",
        Source("public async Task Tally(IStore store) { await Task.WhenAll(store.SaveAsync(), store.CountAsync()); }"));

    [Theory]
    [InlineData("public Task<int> Tally(IStore store) => Task.FromResult({|ERM013:store.CountAsync().Result|});")]
    [InlineData("public Task Tally(IStore store) => Task.Run(() => {|ERM013:store.CountAsync().Result|});")]
    [InlineData("public void Tally(IStore store) { lock (store) {|ERM013:store.SaveAsync().Wait()|}; }")]
    [InlineData("public bool Tally(IStore store) => {|ERM013:store.SaveAsync().Wait(10)|};")]
    public Task What_an_await_would_not_mend_is_left_to_its_author(string method) => FixTest<BlockingCallRule, AwaitInsteadFix>.OffersNothing(Source(method));

    private static string Source(string method) => $$"""
        public interface IStore { Task<int> CountAsync(); Task SaveAsync(); }
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
