using System.Text.Json.Serialization;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ermine.Tests.Events;

/// <summary>What the environment may say of event functions is held at start to what the compiler holds the code to.</summary>
public sealed class EventStartTests
{
    [Theory]
    [InlineData("""{ "source": ["shop"] }"""), InlineData(null)]
    public void A_template_that_is_none_ends_the_start_also_of_a_function_whose_rules_the_app_makes(string? pattern)
    {
        var refused = Assert.Throws<ErmineStartupException>(() => With(new EventRuleAttribute(pattern) { Template = "{ \"a\": <detail }" }).DeclaredSubscriptions());

        Assert.Contains("'shop.thank' has a template that is none, at character 7", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_beside_an_input_ends_the_start()
    {
        var refused = Assert.Throws<ErmineStartupException>(() => With(new EventRuleAttribute { Template = "<detail>", Input = "detail" }).DeclaredSubscriptions());

        Assert.Contains("both Input and Template", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_is_no_pattern_ends_the_start()
    {
        var function = With(new EventRuleAttribute(), new PipeAttribute { Filter = "{ \"a\": 1 }" }).Functions[0];

        var refused = Assert.Throws<ErmineStartupException>(() => new PipeMiddleware().Wrap(function, function.Handler));

        Assert.Contains("'shop.thank' has a filter that is no pattern, at character 7", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_filter_is_called_as_it_is()
    {
        var function = With(new EventRuleAttribute(), new PipeAttribute()).Functions[0];

        Assert.Same(function.Handler, new PipeMiddleware().Wrap(function, function.Handler));
    }

    [Theory]
    [InlineData("2", false, null)]
    [InlineData("\"Friday\"", true, null)]
    [InlineData("2", true, "writes \"Friday\"")]
    [InlineData("\"friday\"", true, "goes before")]
    public async Task An_enumeration_that_the_serializer_writes_otherwise_than_a_rule_takes_it_ends_the_start_and_says_what_to_do(string taken, bool isNamed, string? says)
    {
        var payloads = new PayloadOptions();
        if (isNamed) payloads.Json.Converters.Add(new JsonStringEnumConverter());
        var catalog = With(new EventRuleAttribute("{}"), new RuleEnum(Day.Friday, taken));

        using var subscriber = new EventSubscriber(new EventRoutes(), catalog, new PayloadSerializer(payloads.Json), EventSettings.Of(new ConfigurationManager()), NullLogger<EventSubscriber>.Instance);
        var refused = await Record.ExceptionAsync(() => subscriber.StartAsync(CancellationToken.None));

        Assert.Equal(says is null ? null : typeof(ErmineStartupException), refused?.GetType());
        if (says is not null) Assert.All(["'shop.thank'", "Day.Friday", "JsonStringEnumConverter<Day>", says], part => Assert.Contains(part, refused!.Message, StringComparison.Ordinal));
    }

    private static FunctionCatalog With(EventRuleAttribute rule, params object[] metadata)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("shop.thank", new FunctionAttribute(), rule, null, InputShape.Message, static _ => Outcome.Completed, metadata);
        return catalog;
    }

    private enum Day
    {
        Monday,
        Friday = 2,
    }
}
