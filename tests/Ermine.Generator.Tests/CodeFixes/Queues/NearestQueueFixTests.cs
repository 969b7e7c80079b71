using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class NearestQueueFixTests
{
    [Fact]
    public Task A_mistyped_name_becomes_the_nearest() => FixTest<QueueNameRule, NearestQueueFix>.Turns("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({|ERM102:"vots"|}, BatchSize = 5)] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """, "Read the queue 'votes'", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger("votes", BatchSize = 5)] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """);

    [Fact]
    public Task A_mistyped_queue_of_dead_letters_becomes_the_nearest() => FixTest<DeadLetterQueueRule, NearestQueueFix>.Turns("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, DeadLetterTrigger({|ERM116:"vots"|})] public void Tell(DeadLetter letter) { }
        }
        """, "Name the queue 'votes'", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, DeadLetterTrigger("votes")] public void Tell(DeadLetter letter) { }
        }
        """);

    [Fact]
    public Task A_name_unlike_any_other_is_left_to_its_author() => FixTest<QueueNameRule, NearestQueueFix>.OffersNothing("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Order(int Number);
        public sealed class Shop
        {
            [Function, QueueTrigger({|ERM102:"deliveries"|})] public void Send(Order order) { }
        }
        """);
}
