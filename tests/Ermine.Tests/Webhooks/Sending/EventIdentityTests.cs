using System.Text;
using Ermine.Webhooks.Sending;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class EventIdentityTests
{
    [Theory, InlineData("0199d8f4-7c1a-7000-8000-000000000001"), InlineData("order_1"), InlineData("~!#")]
    public void The_id_of_an_event_is_that_of_its_webhook(string id) => Assert.Equal(id, Of(id));

    [Theory, InlineData(""), InlineData("a.b"), InlineData("a b"), InlineData("line\\nbreak"), InlineData("ü"), InlineData("\\u0000")]
    public void An_id_that_may_not_stand_in_a_header_has_a_hash_instead_that_is_its_own(string id)
    {
        Assert.Matches("^evt_[0-9a-f]{32}$", Of(id));
        Assert.Equal(Of(id), Of(id));
        Assert.NotEqual(Of(id), Of($"{id}x"));
    }

    [Theory, InlineData("{}"), InlineData("""{"id": 7, "detail": {"id": "inner"}}"""), InlineData("""{"detail": {"id": "inner"}}""")]
    public void An_event_without_one_has_its_own_hash(string published) => Assert.StartsWith("evt_", EventIdentity.Of(Encoding.UTF8.GetBytes(published)));

    [Fact]
    public void A_long_id_has_a_hash_instead() => Assert.Equal(36, Of(new string('x', 129)).Length);

    private static string Of(string id) => EventIdentity.Of(Encoding.UTF8.GetBytes($$"""{"source": "shop", "detail": {"id": "inner"}, "id": "{{id}}"}"""));
}
