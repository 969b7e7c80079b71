using System.Net.Http.Headers;
using Ermine.Webhooks.Sending;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 5), InlineData(2, 300), InlineData(3, 1_800), InlineData(4, 7_200), InlineData(5, 18_000), InlineData(6, 36_000), InlineData(7, 50_400), InlineData(8, 72_000), InlineData(9, 86_400)]
    public void Each_attempt_is_followed_by_its_wait_and_up_to_a_tenth_more(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.After(attempt, null, 0));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.1), RetrySchedule.After(attempt, null, 1));
    }

    [Theory, InlineData(10), InlineData(11)]
    public void The_tenth_attempt_is_the_last_whatever_the_destination_asks_for(int attempt) => Assert.Null(RetrySchedule.After(attempt, TimeSpan.FromMinutes(1), 0));

    [Theory, InlineData(-10, 5), InlineData(0, 5), InlineData(60, 60), InlineData(86_400, 86_400), InlineData(1_000_000, 86_400), InlineData(int.MaxValue, 86_400)]
    public void What_a_destination_asks_for_counts_between_5_s_and_24_h(int asked, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.After(3, TimeSpan.FromSeconds(asked), 0));

    [Theory, InlineData("120", 120), InlineData("Thu, 01 Jan 1970 00:10:00 GMT", 600)]
    public void It_asks_by_seconds_or_by_a_date(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.Asked(RetryConditionHeaderValue.Parse(header), DateTimeOffset.UnixEpoch));
}
