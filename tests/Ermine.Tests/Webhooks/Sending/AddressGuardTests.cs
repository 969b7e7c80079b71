using System.Net;
using Ermine.Webhooks.Sending;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class AddressGuardTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");
    private static readonly IPAddress Private = IPAddress.Parse("10.1.2.3");

    [Theory]
    [InlineData("https://example.org/events"), InlineData("https://example.org:8443/e?x=1"), InlineData("https://93.184.215.14/"), InlineData("https://[2606:4700:4700::1111]/")]
    public void An_address_on_the_public_internet_by_https_is_allowed(string url) => Assert.Null(new AddressGuard(new WebhookSettings()).FaultOf(url));

    [Theory]
    [InlineData("http://example.org/"), InlineData("ftp://example.org/"), InlineData("file:///etc/passwd"), InlineData("gopher://example.org/"), InlineData("example.org"), InlineData("/events"), InlineData(""), InlineData("https://")]
    [InlineData("https://user@example.org/"), InlineData("https://user:word@example.org/")]
    [InlineData("https://127.0.0.1/"), InlineData("https://10.0.0.1/"), InlineData("https://169.254.169.254/latest/meta-data"), InlineData("https://[::1]/"), InlineData("https://[::ffff:10.0.0.1]/"), InlineData("https://[fe80::1%251]/")]
    [InlineData("https://2130706433/"), InlineData("https://0x7f000001/"), InlineData("https://0177.0.0.1/"), InlineData("https://127.1/"), InlineData("https://0/")]
    public void An_address_that_is_none_or_could_not_be_on_the_public_internet_is_refused_at_once(string url) => Assert.NotNull(new AddressGuard(new WebhookSettings()).FaultOf(url));

    [Fact]
    public void An_address_that_is_very_long_is_refused() => Assert.NotNull(new AddressGuard(new WebhookSettings()).FaultOf($"https://example.org/{new string('x', 2_100)}"));

    [Fact]
    public void Http_and_the_machine_itself_are_allowed_where_settings_say_so()
    {
        var guard = new AddressGuard(new WebhookSettings { AllowsHttp = true, AllowsLoopback = true });

        Assert.Null(guard.FaultOf("http://127.0.0.1:5000/"));
        Assert.Null(guard.FaultOf("http://[::1]:5000/"));
        Assert.NotNull(guard.FaultOf("http://10.0.0.1/"));
    }

    [Fact]
    public async Task A_name_is_refused_where_one_of_its_addresses_is()
    {
        var guard = new AddressGuard(new WebhookSettings(), (_, _) => Task.FromResult<IPAddress[]>([Public, Private]));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => guard.AllowedAsync("mixed.example.org", default));

        Assert.Contains("10.1.2.3", refused.Message);
    }

    [Fact]
    public async Task A_name_without_an_address_is_refused()
    {
        var guard = new AddressGuard(new WebhookSettings(), static (_, _) => Task.FromResult<IPAddress[]>([]));

        await Assert.ThrowsAsync<HttpRequestException>(() => guard.AllowedAsync("none.example.org", default));
    }

    [Theory, InlineData("inside.example.org"), InlineData("INSIDE.example.org")]
    public async Task A_host_or_a_network_that_settings_name_is_allowed(string host)
    {
        var byName = new AddressGuard(new WebhookSettings { Hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "inside.example.org" } }, (_, _) => Task.FromResult<IPAddress[]>([Private]));
        var byNetwork = new AddressGuard(new WebhookSettings { Networks = [IPNetwork.Parse("10.1.0.0/16")] }, (_, _) => Task.FromResult<IPAddress[]>([Private.MapToIPv6()]));

        Assert.Equal([Private], await byName.AllowedAsync(host, default));
        Assert.Equal([Private], await byNetwork.AllowedAsync(host, default));
        await Assert.ThrowsAsync<HttpRequestException>(() => byName.AllowedAsync("other.example.org", default));
    }
}
