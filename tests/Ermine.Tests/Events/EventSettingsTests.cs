using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Tests.Events;

/// <summary>How long events are kept.</summary>
public sealed class EventSettingsTests
{
    [Fact]
    public void A_bus_has_a_time_of_its_own_beside_that_of_all()
    {
        var settings = Of(("Ermine:Events:KeepDays", "3"), ("Ermine:Events:Buses:audit:KeepDays", "365"));

        Assert.Equal((365, 3), (settings.KeptOn("audit").TotalDays, settings.KeptOn("default").TotalDays));
    }

    [Fact]
    public void Without_a_setting_it_is_a_week()
    {
        Assert.Equal(7, Of().KeptOn("default").TotalDays);
    }

    [Theory]
    [InlineData("Ermine:Events:KeepDays", "0", "1 to 3650"), InlineData("Ermine:Events:Buses:audit:KeepDays", "many", "1 to 3650")]
    [InlineData("Ermine:Events:Buses:Audit Log:KeepDays", "1", "not allowed"), InlineData("Ermine:Events:Buses:audit:KeptDays", "1", "Ermine:Events:Buses:audit:KeptDays")]
    public void What_is_none_ends_the_start_and_is_named(string setting, string value, string reason)
    {
        var refused = Assert.Throws<ErmineStartupException>(() => Of((setting, value)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static EventSettings Of(params (string Key, string Value)[] settings) =>
        EventSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
