using System.Net;
using System.Text.Json;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>What is said of schedules, and against what is none. Nothing of it changes anything, so that all tests share an app.</summary>
public sealed class ScheduleListTests(NightlyApp nightly) : IClassFixture<NightlyApp>
{
    [Fact]
    public async Task The_list_says_in_words_when_a_schedule_fires_and_when_next()
    {
        using var list = JsonDocument.Parse(await nightly.App.Http.GetStringAsync("/_ermine/schedules"));

        var report = list.RootElement.EnumerateArray().Single(s => s.GetProperty("schedule").GetString() == "nightly.report");
        Assert.Equal("every day at 03:00, Europe/Berlin", report.GetProperty("meaning").GetString());
        Assert.Equal("runAll", report.GetProperty("missed").GetString(), ignoreCase: true);
        Assert.Equal(5, report.GetProperty("next").GetArrayLength());
    }

    [Theory]
    [InlineData("/nightly.repost/run", HttpStatusCode.NotFound, "There is no schedule 'nightly.repost'.")]
    [InlineData("/nightly.report/backfill?from=2026-01-01T00:00:00Z&to=2200-01-01T00:00:00Z", HttpStatusCode.BadRequest, "is still to come")]
    [InlineData("/nightly.report/backfill?from=2026-01-01T00:00:00Z", HttpStatusCode.BadRequest, "'to' is missing")]
    public async Task A_mistake_is_answered_with_what_is_wrong(string path, HttpStatusCode status, string reason)
    {
        using var answer = await nightly.App.Http.PostAsync("/_ermine/schedules" + path, null);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alarms.ring:a", "61 * * * *", "the minute is 61")]
    [InlineData("alarms.ring:a", "every 5 minutes", "such as 'every 10m'")]
    [InlineData("alarms.rung:a", "@hourly", "alarms.ring")]
    [InlineData("nightly.report", "@hourly", "stands in the code")]
    public async Task What_is_no_schedule_is_refused_with_the_reason(string schedule, string expression, string reason)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => nightly.App.WithSchedulesAsync(s => s.UpsertAsync(schedule, expression, "")));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
