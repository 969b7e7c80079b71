using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class NearestIdFixTests
{
    [Fact]
    public Task A_mistyped_id_becomes_the_nearest() => FixTest<CallIdRule, NearestIdFix>.Turns(
        Source("{|ERM018:\"voting.sumarise\"|}"), "Call 'voting.summarise'", Source("\"voting.summarise\""));

    [Fact]
    public Task An_id_of_another_trigger_is_left_to_its_author() => FixTest<CallIdRule, NearestIdFix>.OffersNothing(Source("{|ERM018:\"voting.tally\"|}"));

    private static string Source(string id) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function] public int Summarise() => 1;
            [Function, QueueTrigger] public void Tally(Vote vote) { }
        }
        public sealed class Caller(Ermine.Functions.IFunctions functions)
        {
            public Task<int> Call(CancellationToken ct) => functions.CallAsync<int>({{id}}, [], ct);
        }
        """;
}
