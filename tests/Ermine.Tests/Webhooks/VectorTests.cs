using System.Text.Json;
using Ermine.Webhooks.Receiving;

namespace Ermine.Tests.Webhooks;

/// <summary>Signatures that the makers of the schemes publish.</summary>
public sealed class VectorTests
{
    private const string Standard = """{"test": 2432232314}""";

    [Fact]
    public void Standard_Webhooks_v1() => Takes(StandardOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Standard, 1614265330,
        ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"), ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [Fact]
    public void Standard_Webhooks_v1a() => Takes(StandardOf("whpk_ZlN4eg7dSSqi0moX9hQUk3orrOouK3QVQSlJa248c/g="), Standard, 1614265330,
        ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"),
        ("webhook-signature", "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag=="));

    [Fact]
    public void GitHub() => Takes(new GitHubVerifier([TestSender.Bytes("It's a Secret to Everybody")]), "Hello, World!", 0,
        ("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));

    [Fact]
    public void Slack() => Takes(new SlackVerifier([TestSender.Bytes("8f742231b10e8888abcd99yyyzzz85a5")]),
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
        + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c", 1531420618,
        ("X-Slack-Request-Timestamp", "1531420618"), ("X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));

    // From the first edition of Zendesk's page, which signed the body before the time; today's has them the other way round.
    [Fact]
    public void Zendesk_as_it_was() => Takes(new HmacVerifier(HmacFormat.Of("X-Zendesk-Webhook-Signature", "{body}{timestamp}") with
    {
        Encoding = WebhookEncoding.Base64,
        TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp",
        Timestamp = WebhookTimestamp.Iso8601,
    }, [TestSender.Bytes("HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=")]), """{"say": "hello"}""", 1627207200,
        ("X-Zendesk-Webhook-Signature-Timestamp", "2021-07-25T10:00:00Z"), ("X-Zendesk-Webhook-Signature", "tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw="));

    [Fact]
    public void Several_signatures_stand_in_one_header_and_one_that_fits_is_enough()
    {
        var standard = StandardOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var stripe = TestSender.All["Stripe"].Send("{}");
        var listed = $"{stripe.Headers["Stripe-Signature"]},v1={new string('0', 64)}".Replace(",v1=", $",v1={new string('0', 64)},v1=", StringComparison.Ordinal);

        Takes(standard, Standard, 1614265330, ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"),
            ("webhook-signature", "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,x v1a,AA== v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,*"));
        Takes(TestSender.All["Stripe"].Verifier([TestSender.Secret]), "{}", TestSender.Now.ToUnixTimeSeconds(), ("Stripe-Signature", listed));
    }

    [Fact]
    public void A_signature_of_one_version_does_not_count_as_one_of_the_other()
    {
        var request = TestSender.All["Standard v1"].Send("{}");
        request.Headers["webhook-signature"] = request.Headers["webhook-signature"].ToString().Replace("v1,", "v1a,", StringComparison.Ordinal);

        Assert.Equal(401, TestSender.All["Standard v1"].Refuse(request)?.Status);
    }

    [Fact]
    public void More_signatures_than_any_sender_has_are_not_looked_at()
    {
        var request = TestSender.All["Standard v1"].Send("{}");
        request.Headers["webhook-signature"] = string.Join(' ', Enumerable.Repeat(request.Headers["webhook-signature"].ToString(), 17));

        Assert.Equal(401, TestSender.All["Standard v1"].Refuse(request)?.Status);
    }

    [Theory]
    [InlineData("Standard v1", "msg_1", "paid")]
    [InlineData("Standard v1a", "msg_1", "paid")]
    [InlineData("Stripe", "evt_1", "paid")]
    [InlineData("GitHub", "72d3162e", "issues")]
    [InlineData("Slack", "Ev1", "app_mention")]
    [InlineData("Shopify", "b54557e4", "orders/create")]
    [InlineData("Zendesk", "01GDQ", null)]
    [InlineData("SHA-512", "7", null)]
    public void Each_scheme_has_its_id_and_type(string scheme, string id, string? type)
    {
        var sender = TestSender.All[scheme];
        var request = sender.Send("""{"id":"evt_1","type":"paid","event_id":"Ev1","event":{"type":"app_mention"}}""");
        using var body = JsonDocument.Parse(request.Body);

        var facts = sender.Verifier([TestSender.Secret]).Read(request, body.RootElement);

        Assert.Equal(new WebhookFacts(id, type, sender.Time is null ? null : TestSender.Now), facts);
    }

    [Fact]
    public void Where_nothing_holds_an_id_what_was_signed_is_one()
    {
        var sender = TestSender.All["HubSpot"];
        string?[] ids = [Id("[1]", TestSender.Now), Id("[1]", TestSender.Now), Id("[2]", TestSender.Now), Id("[1]", TestSender.Now.AddSeconds(1))];

        Assert.Equal([ids[0], ids[2], ids[3]], ids.Distinct());

        string? Id(string text, DateTimeOffset sent)
        {
            var request = sender.Send(text, sender.Time!(sent));
            using var body = JsonDocument.Parse(request.Body);
            return sender.Verifier([TestSender.Secret]).Read(request, body.RootElement).Id;
        }
    }

    [Theory]
    [InlineData("""{"a":{"b":"x"}}""", "a.b", "x")]
    [InlineData("""{"a":[{"b":1},{"b":12345678901234567890}]}""", "a.1.b", "12345678901234567890")]
    [InlineData("""[{"b":"x"}]""", "0.b", "x")]
    [InlineData("""{"a":true}""", "a", null)]
    [InlineData("""{"a":"\ud800"}""", "a", null)]
    [InlineData("""{"a":{}}""", "a", null)]
    [InlineData("""[1]""", "1", null)]
    [InlineData("""[1]""", "-1", null)]
    [InlineData("""1""", "a", null)]
    public void A_path_leads_to_a_text_or_number(string json, string path, string? found)
    {
        using var body = JsonDocument.Parse(json);

        Assert.Equal(found, body.RootElement.TextAt(path));
    }

    private static StandardVerifier StandardOf(string key) => new(StandardKeys.Of([new WebhookSecret("a", key)], new Ermine.Webhooks.Ed25519.BouncyEd25519()));

    private static void Takes(WebhookVerifier verifier, string body, long now, params (string Name, string Value)[] headers) =>
        Assert.Null(verifier.Refuse(TestSender.Request(TestSender.Headers(headers), body) with { Now = DateTimeOffset.FromUnixTimeSeconds(now) }));
}
