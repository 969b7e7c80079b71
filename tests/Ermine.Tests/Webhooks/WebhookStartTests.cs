using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Ermine.Webhooks.Receiving;
using Microsoft.Extensions.Configuration;

namespace Ermine.Tests.Webhooks;

/// <summary>What ends the start of an app with webhooks.</summary>
public sealed class WebhookStartTests
{
    private const string Good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void A_webhook_without_a_secret_says_how_to_set_one()
    {
        var text = Fault(new WebhookAttribute("payments"));

        Assert.Contains("dotnet user-secrets set Ermine:Webhooks:payments:Secret", text, StringComparison.Ordinal);
        Assert.Contains("Ermine__Webhooks__payments__Secret", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whsec_", "24 to 64 bytes")]
    [InlineData("whsec_c2hvcnQ=", "24 to 64 bytes")]
    [InlineData("whsec_ZnVsbHkgd3Jvbmcg_ZnVsbHkgd3Jvbmcg", "24 to 64 bytes")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_")]
    [InlineData("whpk_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "no public key")]
    [InlineData("whpk_c2hvcnQ=", "no public key")]
    public void A_key_that_is_none_is_named_by_its_setting_and_not_shown(string secret, string says)
    {
        var text = Fault(new WebhookAttribute("payments"), ("Secrets:0", Good), ("Secrets:1", secret));

        Assert.Contains("Ermine:Webhooks:payments:Secrets:1", text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
        if (secret.Length > 6) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_that_nothing_can_use_names_the_package() =>
        Assert.Contains("Ermine.Webhooks.Ed25519", Assert.Throws<ErmineStartupException>(() => ReceiversOf([("Secret", TestSender.PublicKeyOf("a"))], null).Of(Function(new WebhookAttribute("payments")))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(WebhookScheme.Stripe)]
    [InlineData(WebhookScheme.GitHub)]
    [InlineData(WebhookScheme.Slack)]
    [InlineData(WebhookScheme.Shopify)]
    public void An_empty_secret_is_none(WebhookScheme scheme) => Assert.Contains("no secret", Fault(new WebhookAttribute("payments") { Scheme = scheme }, ("Secret", ""), ("Secrets:0", " ")), StringComparison.Ordinal);

    [Fact]
    public void A_setting_that_names_nothing_is_told() => Assert.Contains("Ermine:Webhooks:payments:Secert", Fault(new WebhookAttribute("payments"), ("Secret", Good), ("Secert", Good)), StringComparison.Ordinal);

    [Fact]
    public void An_address_that_is_none_is_told() => Assert.Contains("Ermine:Webhooks:payments:Url", Fault(new WebhookAttribute("payments"), ("Secret", Good), ("Url", "/webhooks/payments")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Payments")]
    [InlineData("-payments")]
    [InlineData("pay ments")]
    [InlineData("pay/ments")]
    [InlineData("{id}")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void A_name_that_is_no_part_of_an_address_is_told(string name) => Assert.Contains("no part of an address", Assert.Throws<ErmineStartupException>(() => CatalogOf(new WebhookAttribute(name)).Check()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("destinations")]
    [InlineData("allowedhosts")]
    [InlineData("allowhttp")]
    [InlineData("keepdays")]
    public void A_name_that_is_a_setting_s_is_told(string name) =>
        Assert.Contains($"taken by the setting Ermine:Webhooks:{name}", Assert.Throws<ErmineStartupException>(() => CatalogOf(new WebhookAttribute(name)).Check()).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_functions_of_one_name_are_told() => Assert.Contains("'test.run0' and 'test.run1'",
        Assert.Throws<ErmineStartupException>(() => CatalogOf(new WebhookAttribute("a"), new WebhookAttribute("a")).Check()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "{body}", null, null, null, "SignatureHeader")]
    [InlineData("X", "{timestamp}", null, null, null, "lacks '{body}'")]
    [InlineData("X", "{bdy}", null, null, null, "'{bdy}' is no part")]
    [InlineData("X", "{body", null, null, null, "brace")]
    [InlineData("X", "{timestamp}{body}", null, null, null, "TimestampHeader is not set")]
    [InlineData("X", "{body}", "T", null, null, "lacks {timestamp}")]
    [InlineData("X", "{id}{body}", null, null, null, "IdHeader is not set")]
    [InlineData("X", "{body}", null, "I", "a.b", "IdPath is set beside IdHeader")]
    public void Generic_settings_that_do_not_go_together_are_told(string? signature, string content, string? timestamp, string? idHeader, string? idPath, string says) =>
        Assert.Contains(says, Assert.Throws<ErmineStartupException>(() => CatalogOf(new WebhookAttribute("a")
        {
            Scheme = WebhookScheme.Generic,
            SignatureHeader = signature,
            SignedContent = content,
            TimestampHeader = timestamp,
            IdHeader = idHeader,
            IdPath = idPath,
        }).Check()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_app_that_maps_no_endpoints_is_told() => Assert.Contains("call app.MapErmine()",
        Assert.Throws<ErmineStartupException>(() => new WebhookTriggerFactory(ReceiversOf([("Secret", Good)], null), new NoServices()).Create(Function(new WebhookAttribute("payments")))).Message, StringComparison.Ordinal);

    private static string Fault(WebhookAttribute webhook, params (string Key, string Value)[] settings) =>
        Assert.Throws<ErmineStartupException>(() => ReceiversOf(settings, new Ermine.Webhooks.Ed25519.BouncyEd25519()).Of(Function(webhook))).Message;

    private static WebhookReceivers ReceiversOf((string Key, string Value)[] settings, IEd25519? ed25519) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Ermine:Webhooks:payments:{s.Key}", (string?)s.Value))).Build(), ed25519);

    private static FunctionDescriptor<WebhookAttribute> Function(WebhookAttribute webhook) => CatalogOf(webhook).Receivers().Single();

    private static FunctionCatalog CatalogOf(params WebhookAttribute[] webhooks)
    {
        var catalog = new FunctionCatalog();
        for (var i = 0; i < webhooks.Length; i++) catalog.Add($"test.run{i}", new FunctionAttribute(), webhooks[i], null, InputShape.Message, static _ => Outcome.Completed);
        return catalog;
    }
}
