using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class AwaitTaskFixTests
{
    [Theory]
    [InlineData("public void Tally(IStore store) { {|ERM014:store.SaveAsync()|}; }", "public async Task Tally(IStore store) { await store.SaveAsync(); }")]
    [InlineData("public void Tally(IStore store) => {|ERM014:store.SaveAsync()|};", "public async Task Tally(IStore store) => await store.SaveAsync();")]
    [InlineData("public int Tally(IStore store) { _ = {|ERM014:store.SaveAsync()|}; return 1; }", "public async Task<int> Tally(IStore store) { await store.SaveAsync(); return 1; }")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); var left = {|ERM014:store.SaveAsync()|}; }", "public async Task Tally(IStore store) { await Task.Yield(); await store.SaveAsync(); }")]
    [InlineData("public void Tally(IStore store) { {|ERM014:store.SaveAsync()|}.ConfigureAwait(false); }", "public async Task Tally(IStore store) { await store.SaveAsync().ConfigureAwait(false); }")]
    public Task What_was_left_behind_is_waited_for(string before, string after) => FixTest<LooseTaskRule, AwaitTaskFix>.Turns(
        Source(before), "Await it", Source(after));

    [Theory]
    [InlineData("public Task Tally(IStore store) { {|ERM014:store.SaveAsync()|}; return Task.CompletedTask; }")]
    [InlineData("public void Tally(IStore? store) { store?{|ERM014:.SaveAsync()|}; }")]
    [InlineData("public Action Tally(IStore store) => () => { {|ERM014:store.SaveAsync()|}; };")]
    [InlineData("public void Tally(IStore store) { Save(); async void {|ERM014:Save|}() => await store.SaveAsync(); }")]
    public Task What_an_await_would_not_mend_is_left_to_its_author(string method) => FixTest<LooseTaskRule, AwaitTaskFix>.OffersNothing(Source(method));

    [Fact]
    public Task A_signature_that_an_interface_has_too_is_left_as_it_is() => FixTest<LooseTaskRule, AwaitTaskFix>.OffersNothing("""
        public interface IVoting { void Tally(); }
        public sealed class Voting : IVoting
        {
            [Function] public void Tally() { {|ERM014:Task.Run(() => 1)|}; }
        }
        """);

    private static string Source(string method) => $$"""
        public interface IStore { Task SaveAsync(); }
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
