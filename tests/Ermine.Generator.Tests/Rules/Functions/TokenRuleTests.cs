using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class TokenRuleTests
{
    [Fact]
    public Task A_function_without_a_token_waits_whatever_happens() => RuleTest<TokenRule>.Says("ERM016", DiagnosticSeverity.Info,
        "'Voting.Tally' awaits 'CountAsync', which takes a CancellationToken, and has none to give it, so that neither its timeout nor a stop ends the wait; take a CancellationToken as the last parameter, and pass it on",
        Source("public async Task {|#0:Tally|}(IStore store) => await store.CountAsync(1);"));

    [Theory]
    [InlineData("public Task<int> {|ERM016:Tally|}(IStore store) => store.CountAsync(1);")]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) => await store.SaveAsync(1).ConfigureAwait(false);")]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) { foreach (var n in new[] { 1, 2 }) await store.FindAsync(n); }")]
    [InlineData("public async Task {|ERM016:Tally|}() => await Task.Delay(5);")]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) { await Save(); async Task Save() => await store.SaveAsync(1); }")]
    public Task A_token_that_is_optional_or_of_an_overload_is_missed_wherever_one_waits(string method) => RuleTest<TokenRule>.Fires(Source(method));

    [Theory]
    [InlineData("public async Task Tally(IStore store, CancellationToken ct) => await store.CountAsync(1, ct);")]
    [InlineData("public async Task Tally(IStore store) => await store.CountAsync(1, CancellationToken.None);")]
    [InlineData("public async Task Tally(IStore store) => await store.PlainAsync(1);")]
    [InlineData("public async Task Tally(IStore store) { await Task.Yield(); await Save(default); async Task Save(CancellationToken ct) => await store.SaveAsync(1); }")]
    [InlineData("public async Task Tally(IQueue<int> numbers) => await numbers.SendAsync(1);")]
    [InlineData("public void Tally(IStore store) { }")]
    public Task A_function_with_a_token_or_without_a_use_for_it_is_left_alone(string method) => RuleTest<TokenRule>.IsSilent(Source(method));

    [Fact]
    public Task A_method_that_is_no_function_is_left_alone() => RuleTest<TokenRule>.IsSilent("""
        public sealed class Voting
        {
            public Task Tally() => Task.Delay(5);
            [Function] public void Count() { }
        }
        """);

    [Fact]
    public Task Half_typed_waits_are_borne() => RuleTest<TokenRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function] public async Task Tally(Missing store) { await store.CountAsync(1); await Task.Delay(; await }
            [Function] public async Task Count() { await Task.Delay(
        }
        """);

    private static string Source(string method) => $$"""
        public interface IStore
        {
            Task<int> CountAsync(int n, CancellationToken ct = default);
            ValueTask<int> FindAsync(int n, bool all = false, CancellationToken ct = default);
            Task SaveAsync(int n);
            Task SaveAsync(int n, CancellationToken ct);
            Task PlainAsync(int n);
            Task PlainAsync(string n, CancellationToken ct);
        }
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
