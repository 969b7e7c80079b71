using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class TakeTokenFixTests
{
    [Theory]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) { await store.CountAsync(1); await store.SaveAsync(1); }",
        "public async Task Tally(IStore store, CancellationToken ct) { await store.CountAsync(1, ct); await store.SaveAsync(1, ct); }")]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) => await store.FindAsync(await store.CountAsync(1));",
        "public async Task Tally(IStore store, CancellationToken ct) => await store.FindAsync(await store.CountAsync(1, ct), ct: ct);")]
    [InlineData("public Task {|ERM016:Tally|}() => Task.Delay(5);", "public Task Tally(CancellationToken ct) => Task.Delay(5, ct);")]
    [InlineData("public Task<int> {|ERM016:Tally|}(IStore store, int ct = 1) => store.CountAsync(n: ct);",
        "public Task<int> Tally(IStore store, int ct = 1, CancellationToken cancellationToken = default) => store.CountAsync(n: ct, ct: cancellationToken);")]
    [InlineData("public async Task {|ERM016:Tally|}(IStore store) => await Task.Run(static async () => await Task.Delay(5));",
        "public async Task Tally(IStore store, CancellationToken ct) => await Task.Run(static async () => await Task.Delay(5), ct);")]
    public Task A_token_is_taken_and_passed_on(string before, string after) => FixTest<TokenRule, TakeTokenFix>.Turns(
        Source(before), "Take a CancellationToken", Source(after));

    [Fact]
    public Task A_signature_that_an_interface_has_too_is_left_as_it_is() => FixTest<TokenRule, TakeTokenFix>.OffersNothing("""
        public interface IVoting { Task Tally(); }
        public sealed class Voting : IVoting
        {
            [Function] public Task {|ERM016:Tally|}() => Task.Delay(5);
        }
        """);

    private static string Source(string method) => $$"""
        public interface IStore
        {
            Task<int> CountAsync(int n, CancellationToken ct = default);
            Task<int> FindAsync(int n, bool all = false, CancellationToken ct = default);
            Task SaveAsync(int n);
            Task SaveAsync(int n, CancellationToken ct);
        }
        public sealed class Voting
        {
            [Function] {{method}}
        }
        """;
}
