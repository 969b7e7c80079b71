namespace Ermine.Samples.Tests.Polls;

public sealed class VoteLedgerTests
{
    private readonly VoteLedger _ledger = new(votes: 4);

    public VoteLedgerTests()
    {
        foreach (var vote in (int[])[0, 1, 2]) _ledger.Sent(vote);
        foreach (var vote in (int[])[0, 1]) _ledger.WasAccepted(vote);
    }

    [Fact]
    public void A_vote_whose_answer_was_lost_may_be_counted_or_not()
    {
        Assert.Empty(_ledger.Violations([1, 1, 0, 0]));
        Assert.Empty(_ledger.Violations([1, 1, 1, 0]));
    }

    [Fact]
    public void A_lost_vote_is_found() => Assert.Equal("Vote 1 was accepted and is lost.", Assert.Single(_ledger.Violations([1, 0, 0, 0])));

    [Fact]
    public void A_vote_counted_twice_is_found() => Assert.Equal("Vote 2 was counted 2 times.", Assert.Single(_ledger.Violations([1, 1, 2, 0])));

    [Fact]
    public void A_vote_that_was_never_sent_is_found() => Assert.Equal("Vote 3 was never sent and is counted.", Assert.Single(_ledger.Violations([1, 1, 0, 1])));
}
