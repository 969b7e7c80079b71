using Ermine.CodeFixes.Queues;
using Ermine.CodeFixes.Schedules;
using Ermine.Generator.Rules.Webhooks;

namespace Ermine.Generator.Tests.CodeFixes.Webhooks;

public sealed class WebhookFixTests
{
    [Theory]
    [InlineData("Payments", "payments")]
    [InlineData("/pay ments", "pay-ments")]
    public Task A_name_is_written_as_a_part_of_an_address(string name, string meant) => FixTest<WebhookNameRule, MeantTextFix>.Turns(
        Source($$"""{|ERM321:"{{name}}"|}, MaxBodyBytes = 1"""), $"Write \"{meant}\"", Source($"\"{meant}\", MaxBodyBytes = 1"));

    [Fact]
    public Task A_setting_that_is_ignored_is_removed() => FixTest<SchemeRule, RemoveArgumentFix>.Turns(
        Source("""  "a", {|ERM323:Prefix = "x"|}, MaxBodyBytes = 1"""), "Remove Prefix", Source("""  "a", MaxBodyBytes = 1"""));

    private static string Source(string arguments) => $$"""
        public sealed record Payment(string Id);
        public sealed class Paying
        {
            [Function, Webhook({{arguments}})] public void Note(Payment payment) { }
        }
        """;
}
