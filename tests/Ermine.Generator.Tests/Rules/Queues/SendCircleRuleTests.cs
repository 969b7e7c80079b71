using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class SendCircleRuleTests
{
    private const string Types = """
        [Queue("a")] public sealed record A(int Value);
        [Queue("b")] public sealed record B(int Value);
        [Queue("c")] public sealed record C(int Value);

        """;

    [Fact]
    public Task A_circle_is_told_with_its_path_once() => RuleTest<SendCircleRule>.Says("ERM114", DiagnosticSeverity.Warning,
        "'Circle.OnA' sends on whatever it is given, at once, and so round again: a -> b -> c -> a; a message that is in it never ends and keeps its functions busy; send under a condition, or with a Delay", Types + """
        public sealed class Circle(IQueue<C> cs)
        {
            [Function, QueueTrigger] public Task OnA(A a, IQueue<B> bs) => {|#0:bs.SendAsync(new(a.Value))|};
            [Function, QueueTrigger] public async Task OnB(IReadOnlyList<B> batch) { foreach (var b in batch) await cs.SendAsync(new(b.Value), new() { DeduplicationKey = "x" }); }
            [Function, QueueTrigger] public Task OnC(C c, IQueue<A> queue, CancellationToken ct) { return queue.SendAsync(new(c.Value), ct: ct); }
        }
        """);

    [Fact]
    public Task A_function_that_sends_to_itself_is_a_circle() => RuleTest<SendCircleRule>.Fires(Types + """
        public sealed class Circle
        {
            [Function, QueueTrigger] public async Task OnA(A a, IQueue<A> queue) { await {|ERM114:queue.SendAsync(a)|}.ConfigureAwait(false); }
        }
        """);

    [Theory]
    [InlineData("if (b.Value > 0) await queue.SendAsync(new(1));")]
    [InlineData("if (b.Value == 0) return; await queue.SendAsync(new(1));")]
    [InlineData("await queue.SendAsync(new(1), new() { Delay = TimeSpan.FromMinutes(1) });")]
    [InlineData("await queue.SendAsync(new(1), options);")]
    [InlineData("await queue.SendManyAsync([]);")]
    [InlineData("await (b.Value > 0 ? queue.SendAsync(new(1)) : Task.CompletedTask);")]
    [InlineData("for (var i = 0; i < b.Value; i++) await queue.SendAsync(new(i));")]
    [InlineData("try { await Task.Yield(); } catch (TimeoutException) { await queue.SendAsync(new(1)); }")]
    [InlineData("Func<Task> later = () => queue.SendAsync(new(1)); await Task.Yield();")]
    public Task A_step_that_may_not_be_taken_or_waits_ends_the_circle(string body) => RuleTest<SendCircleRule>.IsSilent(Types + $$"""
        public sealed class Circle
        {
            private readonly SendOptions options = new();

            [Function, QueueTrigger] public Task OnA(A a, IQueue<B> queue) => queue.SendAsync(new(a.Value));
            [Function, QueueTrigger] public async Task OnB(B b, IQueue<A> queue) { {{body}} }
        }
        """);

    [Fact]
    public Task A_chain_is_no_circle() => RuleTest<SendCircleRule>.IsSilent(Types + """
        public sealed class Chain
        {
            [Function, Rest("POST /a")] public Task Begin(IQueue<A> queue) => queue.SendAsync(new(1));
            [Function, QueueTrigger] public Task OnA(A a, IQueue<B> queue) => queue.SendAsync(new(a.Value));
            [Function, QueueTrigger] public Task OnB(B b, IQueue<C> queue) => queue.SendAsync(new(b.Value));
        }
        """);

    [Fact]
    public Task Half_typed_circles_are_borne() => RuleTest<SendCircleRule>.BearsHalfTyped(Types + """
        public sealed partial class Circle
        {
            [Function, QueueTrigger] public partial Task OnA(A a, IQueue<B> queue);
            [Function, QueueTrigger] public Task OnB(B b, IQueue<> queue) => queue.SendAsync(
            [Function, QueueTrigger] public Task OnC(C , IQueue<A> queue) => .SendAsync(new());
        }
        """);
}
