using Ermine.Webhooks.Receiving;
using Microsoft.Extensions.Primitives;

namespace Ermine.Tests.Webhooks;

/// <summary>What somebody without the secret may try, against every scheme.</summary>
public sealed class AttackTests
{
    private const string Body = """{"id":"evt_1","type":"paid","event_id":"Ev1"}""";

    public static TheoryData<string> Schemes => [.. TestSender.All.Keys];

    public static TheoryData<string> Timed => [.. TestSender.All.Where(s => s.Value.Time is not null).Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void What_the_sender_has_signed_is_taken(string scheme) => Assert.Null(TestSender.All[scheme].Refuse(TestSender.All[scheme].Send(Body)));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Not_one_bit_of_the_body_can_be_changed(string scheme)
    {
        var request = TestSender.All[scheme].Send(Body);
        for (var bit = 0; bit < Body.Length * 8; bit += 7)
        {
            var changed = request.Body.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Equal(401, TestSender.All[scheme].Refuse(request with { Body = changed })?.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_body_that_is_shorter_or_longer_is_refused(string scheme)
    {
        var request = TestSender.All[scheme].Send(Body);

        Assert.All([request.Body[..^1], request.Body[1..], default, TestSender.Bytes(Body + " ")],
            body => Assert.Equal(401, TestSender.All[scheme].Refuse(request with { Body = body })?.Status));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Another_secret_is_refused_and_one_of_several_is_enough(string scheme)
    {
        var sender = TestSender.All[scheme];
        var request = sender.Send(Body, secret: "the new one");

        Assert.Equal(401, sender.Refuse(request)?.Status);
        Assert.Null(sender.Refuse(request, TestSender.Secret, "the new one"));
        Assert.Null(sender.Refuse(request, "the new one", TestSender.Secret));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_signature_that_is_missing_empty_doubled_or_damaged_is_refused(string scheme)
    {
        var sender = TestSender.All[scheme];
        var genuine = sender.Send(Body);
        var header = sender.Verifier([TestSender.Secret]).SignatureHeader;
        string signature = genuine.Headers[header]!;
        var at = signature.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && scheme == "Stripe" ? signature.IndexOf(",v0", comma, StringComparison.Ordinal) - 1 : signature.Length - 4;
        StringValues[] bad =
        [
            StringValues.Empty, "", " ", ",", "=", "v1,", "v1a,", "v1=", "t=1", "sha256=", "v0=", new StringValues([signature, signature]), signature[..(signature.Length / 2)],
            $"{signature[..at]}{(signature[at] == 'a' ? 'b' : 'a')}{signature[(at + 1)..]}", signature + new string('A', WebhookVerifier.LongestSignature), new string('=', 100_000), "null", "\u00e9\uffff", scheme == "Stripe" ? signature.Replace("v1=", "v2=", StringComparison.Ordinal) : $"v2{signature}",
        ];

        Assert.All(bad, value =>
        {
            var request = sender.Send(Body);
            request.Headers[header] = value;
            Assert.Equal(401, sender.Refuse(request)?.Status);
        });
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void A_time_that_is_far_or_none_is_refused_even_where_it_is_signed(string scheme)
    {
        var sender = TestSender.All[scheme];
        string[] bad =
        [
            sender.Time!(TestSender.Now.AddSeconds(-301)), sender.Time(TestSender.Now.AddSeconds(301)), sender.Time(DateTimeOffset.UnixEpoch), $"-{sender.Time(TestSender.Now)}", $"+{sender.Time(TestSender.Now)}",
            $"{sender.Time(TestSender.Now)}.5", "0x6037c3b2", "now", "99999999999999999999", "9223372036854775807", "NaN", "1e9", "١٦١٤٢٦٥٣٣٠",
        ];

        Assert.All(bad, sent => Assert.Equal(400, sender.Refuse(sender.Send(Body, sent))?.Status));
        Assert.All([-300, 0, 300], seconds => Assert.Null(sender.Refuse(sender.Send(Body, sender.Time(TestSender.Now.AddSeconds(seconds))))));
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void A_time_that_is_not_the_one_that_was_signed_is_refused(string scheme)
    {
        var sender = TestSender.All[scheme];
        var sent = sender.Time!(TestSender.Now);
        var request = sender.Send(Body, sent);
        foreach (var (name, value) in request.Headers.ToArray()) request.Headers[name] = value.ToString().Replace(sent, sender.Time(TestSender.Now.AddSeconds(1)), StringComparison.Ordinal);

        Assert.Equal(401, sender.Refuse(request)?.Status);
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void A_time_that_is_missing_or_there_twice_is_refused(string scheme)
    {
        var sender = TestSender.All[scheme];
        var header = sender.Send(Body).Headers.Keys.FirstOrDefault(h => h.Contains("timestamp", StringComparison.OrdinalIgnoreCase));
        if (header is null) return; // Stripe's stands in its signature

        Assert.All((StringValues[])[StringValues.Empty, "", new StringValues([sender.Time!(TestSender.Now), sender.Time(TestSender.Now)])], value =>
        {
            var request = sender.Send(Body);
            request.Headers[header] = value;
            Assert.Equal(400, sender.Refuse(request)?.Status);
        });
    }

    [Fact]
    public void An_address_or_method_that_was_signed_cannot_be_changed()
    {
        var request = TestSender.All["HubSpot"].Send(Body);

        Assert.Equal(401, TestSender.All["HubSpot"].Refuse(request with { Url = "https://hooks.example.org/webhooks/crm?a= b" })?.Status);
        Assert.Equal(401, TestSender.All["HubSpot"].Refuse(request with { Method = "PUT" })?.Status);
    }

    [Fact]
    public void An_id_that_was_signed_cannot_be_changed_or_left_out()
    {
        var (changed, missing, other) = (TestSender.All["Standard v1"].Send(Body), TestSender.All["Standard v1"].Send(Body), TestSender.All["SHA-512"].Send(Body));
        changed.Headers["webhook-id"] = "msg_2";
        missing.Headers.Remove("webhook-id");
        other.Headers["X-Id"] = "8";

        Assert.Equal((401, 400, 401), (TestSender.All["Standard v1"].Refuse(changed)?.Status, TestSender.All["Standard v1"].Refuse(missing)?.Status, TestSender.All["SHA-512"].Refuse(other)?.Status));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_reason_for_the_log_says_nothing_that_the_request_or_the_secret_says(string scheme)
    {
        var sender = TestSender.All[scheme];
        var request = sender.Send(Body, secret: "another");

        var reason = sender.Refuse(request)!.Reason;

        Assert.DoesNotContain(TestSender.Secret, reason, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Headers.Values, value => reason.Contains(value.ToString(), StringComparison.Ordinal));
    }
}
