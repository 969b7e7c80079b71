using Ermine.Kernel;
using Ermine.Webhooks.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class WebhookSettingsTests
{
    private const string Crm = "Ermine:Webhooks:Destinations:crm";
    private const string Any = """{"source": ["shop"]}""";

    [Fact]
    public void A_destination_is_read_from_configuration()
    {
        var settings = Read((Crm + ":Url", "https://example.org/"), (Crm + ":Pattern", Any), (Crm + ":Bus", "sales"), (Crm + ":Format", "cloudEvents"), (Crm + ":MaxRate", "10/s"), (Crm + ":Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        Assert.Equal(new WebhookDestination("crm", "https://example.org/", Any) { Bus = "sales", Format = WebhookFormat.CloudEvents, MaxRate = "10/s", Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }, Assert.Single(settings.Destinations));
    }

    [Theory]
    [InlineData(Crm + ":Url", "http://example.org/", "not https"), InlineData(Crm + ":Url", "https://10.0.0.1/", "public internet"), InlineData(Crm + ":Url", null, "absolute address"), InlineData(Crm + ":Pattern", "{", "at character"), InlineData(Crm + ":Pattern", null, "pattern")]
    [InlineData(Crm + ":Bus", "Sales", "bus"), InlineData(Crm + ":Format", "1", "Event, CloudEvents, CloudEventsBinary"), InlineData(Crm + ":MaxRate", "fast", "no rate"), InlineData(Crm + ":Secret", "whsec_short", "24 to 64 bytes"), InlineData(Crm + ":FormerSecret", "x", "24 to 64 bytes"), InlineData(Crm + ":Sekret", "x", "names nothing")]
    [InlineData("Ermine:Webhooks:Destinations:CRM 2:Url", "https://example.org/", "not allowed"), InlineData("Ermine:Webhooks:KeepDays", "0", "1 to 365"), InlineData("Ermine:Webhooks:AllowHttp", "yes", "neither true nor false"), InlineData("Ermine:Webhooks:AllowedHosts", "10.0.0.0/33", "no network")]
    public void A_setting_that_is_not_right_ends_the_start_with_the_reason(string key, string? value, string reason)
    {
        var failure = Assert.Throws<ErmineStartupException>(() => Read((Crm + ":Url", "https://example.org/"), (Crm + ":Pattern", Any), (key, value)));

        Assert.Contains(reason, failure.Message);
    }

    [Fact]
    public void Hosts_and_networks_stand_in_a_list_or_separated_by_commas()
    {
        var listed = Read(("Ermine:Webhooks:AllowedHosts:0", "inside.example.org"), ("Ermine:Webhooks:AllowedHosts:1", "10.1.0.0/16"));
        var separated = Read(("Ermine:Webhooks:AllowedHosts", "inside.example.org, 10.1.0.0/16"));

        Assert.All([listed, separated], settings => Assert.Equal(("inside.example.org", "10.1.0.0/16"), (settings.Hosts.Single(), settings.Networks.Single().ToString())));
    }

    [Fact]
    public void A_destination_whose_address_is_empty_is_not_there_so_that_an_environment_can_leave_out_what_another_has() =>
        Assert.Empty(Read((Crm + ":Url", ""), (Crm + ":Pattern", Any)).Destinations);

    [Theory, InlineData("Development", true), InlineData("Production", false), InlineData("Testing", false)]
    public void In_Development_the_machine_itself_may_be_sent_to_by_http(string environment, bool isAllowed)
    {
        var settings = WebhookSettings.Of(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal((isAllowed, isAllowed), (settings.AllowsHttp, settings.AllowsLoopback));
    }

    private static WebhookSettings Read(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in settings) configuration[key] = value;
        return WebhookSettings.Of(configuration, new HostingEnvironment { EnvironmentName = Environments.Production });
    }
}
