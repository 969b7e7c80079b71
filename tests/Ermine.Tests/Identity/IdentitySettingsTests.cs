using Ermine.Identity;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Ermine.Tests.Identity;

public sealed class IdentitySettingsTests
{
    [Theory]
    [InlineData("Ermine:Identity:Key", "no base64!", "is no base64")]
    [InlineData("Ermine:Identity:Key", "c2hvcnQ=", "has 5 bytes")]
    [InlineData("Ermine:Identity:PreviousKeys:0", "c2hvcnQ=", "has 5 bytes")]
    [InlineData("Ermine:Identity:MaxAgeHours", "0", "is no number of hours")]
    [InlineData("Ermine:Identity:Always", "perhaps", "is neither true nor false")]
    public void A_setting_that_cannot_be_read_says_so_at_start_without_its_key(string setting, string value, string says)
    {
        var refused = Assert.Throws<ErmineStartupException>(() => Of("Production", [], (setting, value)));

        Assert.Contains(says, refused.Message);
        Assert.True(!setting.Contains("Key", StringComparison.Ordinal) || !refused.Message.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development", 1)]
    [InlineData("Testing", 1)]
    [InlineData("Staging", 0)]
    [InlineData("Production", 0)]
    public void Only_development_and_tests_have_a_key_by_themselves(string environment, int keys) => Assert.Equal(keys, Of(environment, []).Keys.Count);

    [Fact]
    public void A_key_that_is_set_takes_the_place_of_that_of_development() => Assert.NotEqual(Of("Development", []).Keys[0].Id, Of("Development", [], ("Ermine:Identity:Key", Travel.Key)).Keys[0].Id);

    [Fact]
    public void Keys_that_were_need_one_that_is() =>
        Assert.Contains("Ermine:Identity:Key none that is", Assert.Throws<ErmineStartupException>(() => Of("Production", [], ("Ermine:Identity:PreviousKeys:0", Travel.Key))).Message);

    [Fact]
    public void Messages_bear_identities_where_a_function_asks_or_the_settings_say_so()
    {
        Assert.False(Of("Development", []).Attaches);
        Assert.True(Of("Development", [], ("Ermine:Identity:Always", "true")).Attaches);
        Assert.True(Of("Development", [new AuthorizeAttribute()]).Attaches);
        Assert.True(Of("Development", [new ReadsSenderAttribute()]).Attaches);
        Assert.False(Of("Development", [new AuthorizeAttribute(), new AllowAnonymousAttribute()]).Attaches);
        Assert.False(Of("Development", [new AuthorizeAttribute()], InputShape.Http).Attaches);
    }

    private static IdentitySettings Of(string environment, object[] metadata, params (string Key, string Value)[] settings) => Of(environment, metadata, InputShape.Message, settings);

    private static IdentitySettings Of(string environment, object[] metadata, InputShape shape, params (string Key, string Value)[] settings)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("voting.tally", new FunctionAttribute(), new QueueTriggerAttribute("votes"), null, shape, static _ => Outcome.Completed, metadata);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return IdentitySettings.Of(configuration, new HostingEnvironment { EnvironmentName = environment }, catalog);
    }
}
