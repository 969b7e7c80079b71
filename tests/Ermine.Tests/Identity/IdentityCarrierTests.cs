using System.Security.Claims;
using System.Text;
using Ermine.Kernel;
using static Ermine.Tests.Identity.Travel;

namespace Ermine.Tests.Identity;

public sealed class IdentityCarrierTests
{
    private const string NoSignature = "the signature of the identity that the message bears does not verify";

    private readonly Travel _travel = new();

    [Fact]
    public void Who_sent_a_message_is_known_where_it_arrives()
    {
        var app = _travel.App(Key);
        var alice = User("alice", new Claim(ClaimTypes.NameIdentifier, "42"), new Claim(ClaimTypes.Role, "voter"), new Claim("scope", "votes:write"));

        var sender = app.Read("votes", Arrived(Sent(app, alice)));

        Assert.Null(sender.Fault);
        Assert.Equal(("alice", "42", "votes:write", "test", true), (
            sender.User.Identity!.Name, sender.User.FindFirst(ClaimTypes.NameIdentifier)!.Value, sender.User.FindFirst("scope")!.Value, sender.User.Identity.AuthenticationType, sender.User.IsInRole("voter")));
    }

    [Fact]
    public void Names_and_roles_keep_their_own_claim_types_and_claims_their_issuers_and_value_types()
    {
        var app = _travel.App(Key);
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim("preferred", "a;b=c\n\"ü\"", ClaimValueTypes.String, "https://one"), new Claim("groups", "x", ClaimValueTypes.String, "https://two"), new Claim("sub", "7", ClaimValueTypes.Integer64, "https://one")], "Bearer", "preferred", "groups"));

        var read = app.Read("votes", Arrived(Sent(app, user))).User;

        Assert.Equal("a;b=c\n\"ü\"", read.Identity!.Name);
        Assert.True(read.IsInRole("x"));
        Assert.Equal(("https://two", "https://one", ClaimValueTypes.Integer64), (read.FindFirst("groups")!.Issuer, read.FindFirst("sub")!.Issuer, read.FindFirst("sub")!.ValueType));
    }

    [Fact]
    public void Claims_that_nobody_asks_for_stay_at_home()
    {
        var mail = new Claim("email", "alice@example.org");

        var left = _travel.App(Key);
        var named = _travel.App(null, [Key], "email");

        Assert.Null(left.Read("votes", Arrived(Sent(left, User("alice", mail)))).User.FindFirst("email"));
        Assert.NotNull(named.Read("votes", Arrived(Sent(named, User("alice", mail)))).User.FindFirst("email"));
    }

    [Fact]
    public void Only_identities_that_were_authenticated_travel()
    {
        var app = _travel.App(Key);
        var mixed = new ClaimsPrincipal([new ClaimsIdentity([new Claim(ClaimTypes.Role, "admin")]), new ClaimsIdentity([new Claim(ClaimTypes.Name, "alice")], "test")]);

        var read = app.Read("votes", Arrived(Sent(app, mixed))).User;

        Assert.Equal(("alice", false), (read.Identity!.Name, read.IsInRole("admin")));
    }

    [Fact]
    public void No_letter_of_an_identity_can_be_changed()
    {
        var app = _travel.App(Key);
        var sent = Sent(app, User("alice", new Claim(ClaimTypes.Role, "voter")));
        var identity = sent.Headers![Message.Identity];

        var accepted = Enumerable.Range(0, identity.Length).Where(i => app.Read("votes", Arrived(sent, Changed(identity, i))).Fault is null).ToArray();

        Assert.Null(app.Read("votes", Arrived(sent, identity)).Fault);
        Assert.Empty(accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;")]
    [InlineData("x")]
    [InlineData("AAAA;00000000;1764254482;test;;;")]
    public void What_is_no_identity_is_refused(string identity)
    {
        var app = _travel.App(Key);

        Assert.Equal(NoSignature, app.Read("votes", Arrived(Vote(), identity)).Fault);
    }

    [Fact]
    public void An_identity_holds_for_its_queue_and_its_body_only()
    {
        var app = _travel.App(Key);
        var sent = Sent(app, User("alice"));

        Assert.Null(app.Read("votes", Arrived(sent)).Fault);
        Assert.Equal(NoSignature, app.Read("payments", Arrived(sent)).Fault);
        Assert.Equal(NoSignature, app.Read("votes", Arrived(sent, body: "2")).Fault);
    }

    [Fact]
    public void A_key_that_was_is_still_read_and_one_that_never_was_is_not()
    {
        var sent = Sent(_travel.App(Key), User("alice"));

        Assert.Null(_travel.App(OtherKey, Key).Read("votes", Arrived(sent)).Fault);
        Assert.Equal(NoSignature, _travel.App(OtherKey).Read("votes", Arrived(sent)).Fault);
        Assert.Equal("the message bears an identity, and this app has no key to check it with", _travel.App().Read("votes", Arrived(sent)).Fault);
    }

    [Fact]
    public void A_message_without_an_identity_was_sent_by_nobody()
    {
        var sender = _travel.App(Key).Read("votes", Arrived(Vote()));

        Assert.Equal(("the message bears no identity", false), (sender.Fault, sender.User.Identity!.IsAuthenticated));
    }

    [Fact]
    public void Nobody_is_put_onto_no_message_and_may_not_be_named()
    {
        var app = _travel.App(Key);
        OutgoingMessage[] votes = [Vote()];
        var nobody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "alice")]));

        Assert.Same(votes, app.Attach(votes, nobody, isAsked: false));
        Assert.Throws<ArgumentException>(() => app.Attach(votes, nobody, isAsked: true));
    }

    [Fact]
    public void Without_a_key_an_identity_is_left_off_unless_it_was_asked_for()
    {
        OutgoingMessage[] votes = [Vote()];

        Assert.Same(votes, _travel.App().Attach(votes, User("alice"), isAsked: false));
        Assert.Contains("Ermine:Identity:Key", Assert.Throws<InvalidOperationException>(() => _travel.App().Attach(votes, User("alice"), isAsked: true)).Message);
    }

    [Fact]
    public void An_identity_that_is_too_large_is_refused_by_its_sender_who_is_told_which_claim()
    {
        var roles = Enumerable.Range(0, 400).Select(i => new Claim(ClaimTypes.Role, $"role-of-some-length-{i}")).ToArray();

        var refused = Assert.Throws<ArgumentException>(() => Sent(_travel.App(Key), User("alice", roles)));

        Assert.Contains($"the claim '{ClaimTypes.Role}'", refused.Message);
    }

    [Fact]
    public void An_identity_grows_old_where_the_app_says_so()
    {
        var (patient, strict) = (_travel.App(Key), _travel.App(TimeSpan.FromHours(1), [Key]));
        var sent = Sent(patient, User("alice"));

        _travel.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Null(patient.Read("votes", Arrived(sent)).Fault);
        Assert.Equal("the identity that the message bears is older than 1 hours", strict.Read("votes", Arrived(sent)).Fault);
    }

    [Fact]
    public void A_body_that_an_operator_replaces_is_signed_anew_if_the_one_before_was_right()
    {
        var app = _travel.App(Key);
        var sent = Sent(app, User("alice"));
        ReadOnlyMemory<byte> after = "2"u8.ToArray();

        var renewed = app.Renew(sent.Headers, ("votes", sent.Payload), ("votes", after));
        var forged = app.Renew(sent.Headers, ("votes", "3"u8.ToArray()), ("votes", after));

        Assert.Equal("alice", app.Read("votes", Arrived(sent with { Headers = renewed, Payload = after })).User.Identity!.Name);
        Assert.Equal(NoSignature, app.Read("votes", Arrived(sent with { Headers = forged, Payload = after })).Fault);
    }

    [Fact]
    public void Two_messages_of_one_sender_say_the_same_of_them_at_different_times()
    {
        var app = _travel.App(Key);
        var first = app.Read("votes", Arrived(Sent(app, User("alice"))));

        _travel.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(first.Claims, app.Read("votes", Arrived(Sent(app, User("alice")))).Claims);
        Assert.NotEqual(first.Claims, app.Read("votes", Arrived(Sent(app, User("bob")))).Claims);
    }

    private static OutgoingMessage Sent(IIdentityCarrier app, ClaimsPrincipal user) => app.Attach([Vote()], user, isAsked: false)[0];

    private static string Changed(string text, int place)
    {
        var changed = new StringBuilder(text);
        changed[place] = text[place] switch { 'A' => 'B', '0' => '1', _ when char.IsAsciiDigit(text[place]) => '0', _ => 'A' };
        return changed.ToString();
    }
}
