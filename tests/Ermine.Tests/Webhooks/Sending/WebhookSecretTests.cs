using Ermine.Webhooks.Sending;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class WebhookSecretTests
{
    private const string Known = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"; // of the examples of Standard Webhooks
    private const string Other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    [Fact]
    public void A_message_is_signed_as_in_the_example_of_the_standard() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSecret.Sign([Known], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, """{"test": 2432232314}"""u8));

    [Fact]
    public void Two_secrets_make_two_signatures()
    {
        var both = WebhookSecret.Sign([Known, Other], "id", 1, "{}"u8).Split(' ');

        Assert.Equal([WebhookSecret.Sign([Known], "id", 1, "{}"u8), WebhookSecret.Sign([Other], "id", 1, "{}"u8)], both);
    }

    [Fact]
    public void A_new_secret_is_a_secret_and_another_each_time()
    {
        var (one, other) = (WebhookSecret.Create(), WebhookSecret.Create());

        Assert.Null(WebhookSecret.FaultOf(one));
        Assert.NotEqual(one, other);
    }

    [Theory, InlineData(23, false), InlineData(24, true), InlineData(64, true), InlineData(65, false), InlineData(0, false)]
    public void A_secret_has_from_24_to_64_bytes(int bytes, bool isAllowed) => Assert.Equal(isAllowed, WebhookSecret.FaultOf($"whsec_{Convert.ToBase64String(new byte[bytes])}") is null);

    [Theory, InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), InlineData("whsec_not base 64, whatever its length"), InlineData("hsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"), InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void What_is_no_secret_is_refused_without_being_shown(string secret) => Assert.DoesNotContain(secret, WebhookSecret.FaultOf(secret)!);

    [Fact]
    public void A_destination_as_text_has_no_secret()
    {
        var destination = new WebhookDestination("crm", "https://example.org/", "{}") { Secret = Known, FormerSecret = Other };
        var stored = new StoredDestination("crm", "https://example.org/", "default", "{}", [Known, Other]);

        Assert.Equal(("crm: https://example.org/", "crm: https://example.org/"), ($"{destination}", $"{stored}"));
    }
}
