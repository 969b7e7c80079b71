using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class BatchResultRuleTests
{
    [Fact]
    public Task A_batch_of_effects_outside_is_told_that_all_are_repeated() => RuleTest<BatchResultRule>.Says("ERM112", DiagnosticSeverity.Info,
        "'Mailing.Send' acts through IMailer, outside of its commit, so that one item that fails repeats what was done for all; return a BatchResult that names the items that are not done",
        Source("", "public Task {|#0:Send|}(IReadOnlyList<Mail> batch, IMailer mailer) => Task.CompletedTask;"));

    [Theory]
    [InlineData("IMailer mailer", "public void {|ERM112:Send|}(IReadOnlyList<Mail> batch) => mailer.ToString();")]
    [InlineData("Client client", "public void {|ERM112:Send|}(IReadOnlyList<Mail> batch) => client.ToString();")]
    [InlineData("", "public ValueTask {|ERM112:Send|}(IReadOnlyList<Mail> batch, TimeProvider clock, [FromServices] Client client) => default;")]
    public Task Services_of_any_kind_count(string constructor, string function) => RuleTest<BatchResultRule>.Fires(Source(constructor, function));

    [Theory]
    [InlineData("", "public Task<BatchResult> Send(IReadOnlyList<Mail> batch, IMailer mailer) => Task.FromResult(BatchResult.Completed);")]
    [InlineData("", "public Task Send(IReadOnlyList<Mail> batch, IMailer mailer, Marten.IDocumentSession db) => Task.CompletedTask;")]
    [InlineData("Marten.IDocumentSession db", "public void Send(IReadOnlyList<Mail> batch, IMailer mailer) => db.ToString();")]
    [InlineData("", "public Task Send(IReadOnlyList<Mail> batch, IQueue<Mail> mails, IMailer mailer) => Task.CompletedTask;")]
    [InlineData("TimeProvider clock", "public Task Send(IReadOnlyList<Mail> batch, Microsoft.Extensions.Logging.ILogger<Mail> log) => Task.FromResult(clock);")]
    [InlineData("", "public Task Send(Mail mail, IMailer mailer) => Task.CompletedTask;")]
    public Task What_is_in_the_commit_or_tells_its_items_apart_is_left_alone(string constructor, string function) => RuleTest<BatchResultRule>.IsSilent(Source(constructor, function));

    [Fact]
    public Task A_batch_of_one_is_left_alone() => RuleTest<BatchResultRule>.IsSilent(
        Source("", "public void Send(IReadOnlyList<Mail> batch, IMailer mailer) { }").Replace("QueueTrigger", "QueueTrigger(BatchSize = 1)", StringComparison.Ordinal));

    private static string Source(string constructor, string function) => $$"""
        using Ermine.Kernel;
        using Microsoft.AspNetCore.Mvc;

        namespace Marten { public interface IDocumentSession; }
        namespace Mails
        {
            [Queue("mails")] public sealed record Mail(string Address);
            public interface IMailer;
            public sealed class Client;
            public sealed class Mailing({{constructor}})
            {
                [Function, QueueTrigger] {{function}}
            }
        }
        """;
}
