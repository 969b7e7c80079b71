using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class DeadLetterPayloadRuleTests
{
    [Fact]
    public Task A_letter_that_is_read_as_its_message_stays_empty() => RuleTest<DeadLetterPayloadRule>.Says("ERM117", DiagnosticSeverity.Error,
        "'Voting.Tell' is handed dead letters and takes 'Vote', so that members of the letter are read as members of 'Vote', of which most stay empty or none can be read; take a DeadLetter, whose Payload is the message as it was sent",
        Source("DeadLetterTrigger(\"votes\")", "Vote {|#0:vote|}"));

    [Theory]
    [InlineData("DeadLetterTrigger", "IReadOnlyList<Vote> {|ERM117:votes|}")]
    [InlineData("DeadLetterTrigger", "string {|ERM117:letter|}")]
    [InlineData("DeadLetterTrigger, QueueTrigger", "Vote {|ERM117:vote|}")]
    public Task Each_other_payload_is_found(string triggers, string parameter) => RuleTest<DeadLetterPayloadRule>.Fires(Source(triggers, parameter));

    [Theory]
    [InlineData("DeadLetterTrigger", "DeadLetter letter")]
    [InlineData("DeadLetterTrigger", "IReadOnlyList<DeadLetter> letters")]
    [InlineData("DeadLetterTrigger", "System.Text.Json.JsonElement letter")]
    [InlineData("DeadLetterTrigger", "IQueue<Vote> votes, CancellationToken ct")]
    [InlineData("QueueTrigger", "Vote vote")]
    public Task A_letter_or_no_payload_at_all_is_right(string triggers, string parameter) => RuleTest<DeadLetterPayloadRule>.IsSilent(Source(triggers, parameter));

    [Fact]
    public Task Half_typed_payloads_are_borne() => RuleTest<DeadLetterPayloadRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function, DeadLetterTrigger] public void Tell(Missing letter) { }
            [Function, DeadLetterTrigger] public void Tell(IReadOnlyList<Missing> letters) { }
            [Function, DeadLetterTrigger] public void Again(IReadOnlyList<
        }
        """);

    private static string Source(string triggers, string parameter) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, {{triggers}}] public void Tell({{parameter}}) { }
        }
        """;
}
