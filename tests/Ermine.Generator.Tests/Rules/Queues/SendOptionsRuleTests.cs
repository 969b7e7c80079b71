using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class SendOptionsRuleTests
{
    [Fact]
    public Task A_delay_to_a_queue_that_keeps_order_is_refused() => RuleTest<SendOptionsRule>.Says("ERM108", DiagnosticSeverity.Error,
        "The queue 'payments' keeps the order of its groups, which a delay would break, so this send throws; send without, or to a queue without GroupKey",
        Payment("{|#0:Delay = TimeSpan.FromMinutes(5)|}"));

    [Fact]
    public Task A_delay_that_is_not_known_is_likely_refused() => RuleTest<SendOptionsRule>.Says("ERM108", DiagnosticSeverity.Warning,
        "The queue 'payments' keeps the order of its groups, which a delay would break, so this send throws wherever it states one; send without, or to a queue without GroupKey",
        Payment("{|#0:Delay = pause|}"));

    [Fact]
    public Task A_priority_to_a_queue_that_keeps_order_is_refused() => RuleTest<SendOptionsRule>.Says("ERM108", DiagnosticSeverity.Error,
        "The queue 'payments' keeps the order of its groups, which a priority would break, so this send throws; send without, or to a queue without GroupKey",
        Payment("{|#0:Priority = MessagePriority.High|}"));

    [Fact]
    public Task A_group_on_a_queue_without_order_is_refused() => RuleTest<SendOptionsRule>.Says("ERM108", DiagnosticSeverity.Error,
        "The queue 'votes' keeps no order and a message of it has no group, so this send throws; set GroupKey on the [Queue] of 'Vote', or send without",
        Vote("{|#0:GroupKey = \"a\"|}"));

    [Theory]
    [InlineData("TimeSpan.FromSeconds(-1)")]
    [InlineData("-TimeSpan.FromDays(1)")]
    [InlineData("new(0, -5, 0)")]
    [InlineData("TimeSpan.MinValue")]
    public Task A_delay_of_less_than_nothing_is_refused_by_every_queue(string delay) => RuleTest<SendOptionsRule>.Fires(Vote($"{{|ERM108:Delay = {delay}|}}"));

    [Theory]
    [InlineData("Delay = TimeSpan.FromMinutes(5), Priority = MessagePriority.Low")]
    [InlineData("Delay = pause")]
    [InlineData("Delay = TimeSpan.FromSeconds(1 - 1)")]
    [InlineData("Delay = new TimeSpan(0, 1, -1)")]
    [InlineData("GroupKey = null, DeduplicationKey = \"a\"")]
    public Task What_a_plain_queue_takes_is_left_alone(string options) => RuleTest<SendOptionsRule>.IsSilent(Vote(options));

    [Theory]
    [InlineData("GroupKey = \"a\"")]
    [InlineData("Delay = TimeSpan.Zero, Priority = MessagePriority.Normal")]
    [InlineData("Delay = default, TimeToLive = TimeSpan.FromDays(1)")]
    public Task What_an_ordered_queue_takes_is_left_alone(string options) => RuleTest<SendOptionsRule>.IsSilent(Payment(options));

    [Fact]
    public Task Sends_of_ones_own_and_payloads_without_a_queue_are_left_alone() => RuleTest<SendOptionsRule>.IsSilent("""
        public interface IQueue<T> { Task SendAsync(T message, SendOptions? options = null); }
        [Queue("payments", GroupKey = "Account")] public sealed record Payment(string Account);
        public static class Sender<T>
        {
            public static Task Own(IQueue<Payment> queue) => queue.SendAsync(new("a"), new() { Delay = TimeSpan.FromDays(1) });
            public static Task Open(Ermine.Queues.IQueue<T> queue, T message) => queue.SendAsync(message, new() { Delay = TimeSpan.FromDays(1), GroupKey = "a" });
        }
        """);

    [Fact]
    public Task Half_typed_sends_are_borne() => RuleTest<SendOptionsRule>.BearsHalfTyped("""
        [Queue("payments", GroupKey = "Account")] public sealed record Payment(string Account);
        public static class Sender
        {
            public static Task Send(IQueue<Payment> queue) => queue.SendAsync(new("a"), new() { Delay = , Priority = Missing.High, Other = TimeSpan.From( });
        }
        """);

    private static string Payment(string options) => Source("IQueue<Payment>", "new(\"a\")", options);

    private static string Vote(string options) => Source("IQueue<Vote>", "new(1)", options);

    private static string Source(string queue, string message, string options) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        [Queue("payments", GroupKey = nameof(Payment.Account))] public sealed record Payment(string Account);
        public static class Sender
        {
            public static async Task Send({{queue}} queue, TimeSpan pause, CancellationToken ct)
            {
                await queue.SendAsync({{message}}, new SendOptions { {{options}} }, ct);
                await queue.SendManyAsync([{{message}}], ct: ct);
            }
        }
        """;
}
