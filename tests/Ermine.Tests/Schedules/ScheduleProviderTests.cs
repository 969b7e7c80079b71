using Ermine.Kernel;
using Microsoft.Extensions.Hosting;

namespace Ermine.Tests.Schedules;

public sealed class ScheduleProviderTests
{
    [Theory]
    [InlineData("voting.close", "schedule-voting-close")]
    [InlineData("Voting_Close", "schedule-voting-close")]
    public void A_function_has_a_queue_of_its_own(string function, string queue) => Assert.Equal(queue, ScheduleFunctions.QueueOf(function));

    [Fact]
    public void Long_ids_of_the_same_beginning_have_queues_of_different_names()
    {
        var (one, other) = (ScheduleFunctions.QueueOf("a.function-of-a-name-that-is-long-one"), ScheduleFunctions.QueueOf("a.function-of-a-name-that-is-long-two"));

        Assert.NotEqual(one, other);
        Assert.Equal((40, 40), (one.Length, other.Length));
    }

    [Theory]
    [InlineData("0 3 * 13 *", "UTC", "the month is 13")]
    [InlineData("0 3 * * *", "Europe/Belrin", "Europe/Belrin")]
    public void What_is_no_schedule_ends_the_start(string expression, string zone, string reason)
    {
        var refused = Assert.Throws<ErmineStartupException>(() => Add([("voting.close", new ScheduleAttribute(expression) { TimeZone = zone })]));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("voting.close", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_functions_that_would_share_a_queue_end_the_start()
    {
        var refused = Assert.Throws<ErmineStartupException>(() => Add([("voting.close", new ScheduleAttribute()), ("voting-close", new ScheduleAttribute())]));

        Assert.Contains("schedule-voting-close", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_queue_of_the_app_that_has_the_name_of_a_functions_ends_the_start() =>
        Assert.Throws<ErmineStartupException>(() => Add([("voting.close", new ScheduleAttribute())], new QueueAttribute("schedule-voting-close")));

    private static void Add((string Id, ScheduleAttribute Schedule)[] functions, QueueAttribute? queue = null)
    {
        var catalog = new FunctionCatalog();
        if (queue is not null) catalog.AddContract(queue);
        foreach (var (id, schedule) in functions) catalog.Add(id, new FunctionAttribute(), schedule, null, InputShape.Message, (_, _) => new ValueTask<Outcome>(Outcome.Completed));
        ScheduleProvider.AddTo(Host.CreateEmptyApplicationBuilder(null), catalog);
    }
}
