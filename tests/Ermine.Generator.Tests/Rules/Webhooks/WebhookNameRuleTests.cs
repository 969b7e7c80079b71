using Ermine.Generator.Rules.Webhooks;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Webhooks;

public sealed class WebhookNameRuleTests
{
    [Fact]
    public Task Two_functions_of_one_name_are_found() => RuleTest<WebhookNameRule>.Fires("""
        public sealed record Payment(string Id);
        public sealed class Paying
        {
            [Function, Webhook({|ERM320:"payments"|})] public void Note(Payment payment) { }
            [Function, Webhook({|ERM320:"payments"|}, Scheme = WebhookScheme.Stripe)] public void Log(WebhookDelivery<Payment> payment) { }
            [Function, Webhook("refunds")] public void Refund(Payment payment) { }
        }
        """);

    [Fact]
    public Task It_says_who_else_has_it() => RuleTest<WebhookNameRule>.Says("ERM320", DiagnosticSeverity.Error,
        "'Paying.Note' and 'Other.Log' both have the webhook 'payments', and what is posted to /webhooks/payments can run one of them, so the app refuses to start; give one of them another name", """
        public sealed record Payment(string Id);
        public sealed class Paying
        {
            [Function, Webhook({|#0:"payments"|})] public void Note(Payment payment) { }
        }
        public sealed class Other
        {
        #pragma warning disable ERM320
            [Function, Webhook("payments")] public void Log(Payment payment) { }
        }
        """);

    [Theory]
    [InlineData("Payments")]
    [InlineData("")]
    [InlineData("pay/ments")]
    [InlineData("{id}")]
    [InlineData("-a")]
    [InlineData("destinations")]
    [InlineData("keepdays")]
    public Task A_name_that_is_no_part_of_an_address_or_a_setting_s_is_found(string name) => RuleTest<WebhookNameRule>.Fires(Source($$"""{|ERM321:"{{name}}"|}"""));

    [Fact]
    public Task It_says_what_a_name_has() => RuleTest<WebhookNameRule>.Says("ERM321", DiagnosticSeverity.Error,
        "The webhook of 'Paying.Note' has a name that cannot be one, so the app refuses to start: 'Payments' is no part of an address; a name has small letters, digits, hyphens and underscores, a letter or digit first, at most 64",
        Source("{|#0:\"Payments\"|}"));

    [Theory]
    [InlineData("payments")]
    [InlineData("2-pay_ments")]
    [InlineData("destinations-2")]
    public Task A_name_that_is_one_is_left_alone(string name) => RuleTest<WebhookNameRule>.IsSilent(Source($"\"{name}\""));

    [Theory]
    [InlineData("[Function, Webhook] public void Note(string a) { }")]
    [InlineData("[Function, Webhook(")]
    [InlineData("[Function, Webhook(nameof(] public void Note(string a) { }")]
    [InlineData("[Webhook(\"A\")] public void Note(string a) { }")]
    public Task Half_typed_code_is_borne(string member) => RuleTest<WebhookNameRule>.BearsHalfTyped($"public sealed class Paying {{ {member} }}");

    private static string Source(string name) => $$"""
        public sealed record Payment(string Id);
        public sealed class Paying
        {
            [Function, Webhook({{name}})] public void Note(Payment payment) { }
        }
        """;
}
