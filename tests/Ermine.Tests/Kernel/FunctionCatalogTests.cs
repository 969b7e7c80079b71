using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.Extensions.Configuration;

namespace Ermine.Tests.Kernel;

public sealed class FunctionCatalogTests
{
    private readonly FunctionCatalog _catalog = new();
    private readonly FunctionAttribute _function = new();
    private readonly TestTriggerAttribute _trigger = new() { Size = 3 };

    public FunctionCatalogTests() => _catalog.Add("voting.tally", _function, _trigger, null, InputShape.None, Run);

    [Fact]
    public void A_setting_replaces_the_value_of_an_attribute()
    {
        Configure(("Functions:voting.tally:Size", "7"), ("Functions:voting.tally:MaxAttempts", "2"), ("Functions:voting.tally:Label", "blue"),
            ("Functions:voting.tally:Retries", "false"), ("Functions:voting.tally:Share", "0.25"), ("Functions:voting.tally:Day", "friday"));

        Assert.Equal((7, 2, "blue", false, 0.25, DayOfWeek.Friday), (_trigger.Size, _function.MaxAttempts, _trigger.Label, _trigger.Retries, _trigger.Share, _trigger.Day));
    }

    [Fact]
    public void Without_settings_the_attributes_keep_their_values()
    {
        Configure();

        Assert.Equal((3, 5), (_trigger.Size, _function.MaxAttempts));
    }

    [Theory]
    [InlineData("Functions:voting.tally:Size", "0", "is from 1 to 10")]
    [InlineData("Functions:voting.tally:Size", "11", "is from 1 to 10")]
    [InlineData("Functions:voting.tally:Share", "1.5", "is from 0 to 1")]
    [InlineData("Functions:voting.tally:Share", "NaN", "is from 0 to 1")]
    [InlineData("Functions:voting.tally:MaxAttempts", "101", "is from 1 to 100")]
    [InlineData("Functions:voting.tally:Size", "many", "is no Int32")]
    [InlineData("Functions:voting.tally:Day", "someday", "is no DayOfWeek")]
    [InlineData("Functions:voting.tally:Disabled", "yes", "is no Boolean")]
    [InlineData("Functions:voting.tally:Sise", "3", "names no value of function 'voting.tally'")]
    [InlineData("Functions:voting.taly:Size", "3", "names no function")]
    [InlineData("Run:0", "voting.taly", "names no function by 'voting.taly'")]
    public void A_setting_that_is_out_of_range_unreadable_or_unknown_refuses_the_start_by_its_name(string name, string value, string because)
    {
        var failure = Assert.Throws<ErmineStartupException>(() => Configure((name, value)));

        Assert.Contains(because, failure.Message);
        Assert.Contains($"Ermine:{name.Split(':')[0]}", failure.Message);
    }

    [Fact]
    public void A_setting_of_one_trigger_is_no_mistake_for_the_others_of_the_function()
    {
        _catalog.Add("voting.tally", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Run);

        Configure(("Functions:voting.tally:Size", "7"));

        Assert.Equal(7, _trigger.Size);
    }

    [Fact]
    public void A_disabled_function_is_left_out_with_all_of_its_triggers()
    {
        _catalog.Add("voting.tally", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Run);
        _catalog.Add("voting.close", new FunctionAttribute(), new TestTriggerAttribute(), null, InputShape.None, Run);

        Configure(("Functions:voting.tally:Disabled", "true"));

        Assert.Equal(["voting.close"], _catalog.Functions.Select(f => f.Id));
    }

    [Fact]
    public void A_node_that_is_told_which_functions_to_run_runs_those_only()
    {
        _catalog.Add("voting.close", new FunctionAttribute(), new TestTriggerAttribute(), null, InputShape.None, Run);

        Configure(("Run:0", "voting.close"));

        Assert.Equal(["voting.close"], _catalog.Functions.Select(f => f.Id));
    }

    [Fact]
    public void A_contract_of_several_functions_is_listed_once()
    {
        _catalog.Add("a.a", new FunctionAttribute(), new TestTriggerAttribute(), new QueueAttribute("votes"), InputShape.Message, Run);
        _catalog.Add("b.b", new FunctionAttribute(), new TestTriggerAttribute(), new QueueAttribute("votes"), InputShape.Message, Run);

        Assert.Equal(["votes"], _catalog.Contracts.Select(c => c.Name));
    }

    private void Configure(params (string Name, string Value)[] settings) => _catalog.Configure(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Ermine:{s.Name}", (string?)s.Value))).Build().GetSection("Ermine"));

    private static ValueTask<Outcome> Run(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);
}
