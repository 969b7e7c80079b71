using Ermine.Generator.Rules.Webhooks;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Webhooks;

public sealed class SchemeRuleTests
{
    [Theory]
    [InlineData("""[Function, {|ERM322:Webhook("crm", Scheme = WebhookScheme.Generic)|}]""")]
    [InlineData("""[Function, {|ERM322:Webhook("crm", Scheme = WebhookScheme.Generic, Hash = WebhookHash.Sha1)|}]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", {|ERM322:SignedContent = "{timestamp}"|})]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", {|ERM322:SignedContent = "{body}{tim}"|})]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, {|ERM322:SignatureHeader = ""|})]""")]
    [InlineData("""[Function, {|ERM322:Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", SignedContent = "{timestamp}.{body}")|}]""")]
    [InlineData("""[Function, {|ERM322:Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", TimestampHeader = "T")|}]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", IdHeader = "I", {|ERM322:IdPath = "a.b"|})]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.GitHub, {|ERM323:SignatureHeader = "X"|}, {|ERM323:Hash = WebhookHash.Sha512|})]""")]
    [InlineData("""[Function, Webhook("crm", {|ERM323:IdPath = "id"|})]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Slack, {|ERM323:Timestamp = WebhookTimestamp.Seconds|}, MaxBodyBytes = 10)]""")]
    public Task What_cannot_be_meant_is_found(string attributes) => RuleTest<SchemeRule>.Fires(Source(attributes));

    [Fact]
    public Task It_says_what_is_missing() => RuleTest<SchemeRule>.Says("ERM322", DiagnosticSeverity.Error,
        "'Crm.Note' has a webhook 'crm' of the generic scheme, and TimestampHeader is not set, and SignedContent has {timestamp}, so the app refuses to start; write what the sender's documentation says",
        Source("""[Function, {|#0:Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", SignedContent = "{timestamp}{body}")|}]"""));

    [Fact]
    public Task It_says_what_is_ignored() => RuleTest<SchemeRule>.Says("ERM323", DiagnosticSeverity.Warning,
        "'Crm.Note' has a webhook 'crm' of the scheme Stripe, which knows for itself how its sender signs, so Prefix changes nothing; remove it, or set Scheme = WebhookScheme.Generic",
        Source("""[Function, Webhook("crm", Scheme = WebhookScheme.Stripe, {|#0:Prefix = "t="|})]"""));

    [Theory]
    [InlineData("""[Function, Webhook("crm")]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Shopify, MaxBodyBytes = 1000, RememberDays = 1, MaxRate = "1/s")]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X")]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = "X", SignedContent = "{method}{url}{body}{timestamp}", Encoding = WebhookEncoding.Base64, TimestampHeader = "T", Timestamp = WebhookTimestamp.Milliseconds)]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = (WebhookScheme)77, SignatureHeader = "X")]""")]
    public Task What_goes_together_is_left_alone(string attributes) => RuleTest<SchemeRule>.IsSilent(Source(attributes));

    [Theory]
    [InlineData("""[Function, Webhook("crm", Scheme = )]""")]
    [InlineData("""[Function, Webhook("crm", Scheme = WebhookScheme.Generic, SignatureHeader = , SignedContent = nameof()]""")]
    public Task Half_typed_code_is_borne(string attributes) => RuleTest<SchemeRule>.BearsHalfTyped(Source(attributes));

    private static string Source(string attributes) => $$"""
        public sealed record Payment(string Id);
        public sealed class Crm
        {
            {{attributes}} public void Note(Payment payment) { }
        }
        """;
}
