using Ermine.Schedules;
using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>What tests ask of the app whose functions record what they were fired for.</summary>
internal static class ToySchedules
{
    /// <summary>The firings so far, without those of the schedules that stand in the code unless they are meant.</summary>
    public static IReadOnlyList<ScheduledFiring> Firings(this TestApp app, string schedule) => [.. app.Services.GetRequiredService<Logbook>().Firings.Where(f => f.Schedule == schedule)];

    public static Turnstile Turnstile(this TestApp app) => app.Services.GetRequiredService<Turnstile>();

    /// <summary>Does something with schedules, outside of any invocation.</summary>
    public static async Task<T> WithSchedulesAsync<T>(this TestApp app, Func<ISchedules, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<ISchedules>());
    }

    /// <inheritdoc cref="WithSchedulesAsync{T}"/>
    public static Task WithSchedulesAsync(this TestApp app, Func<ISchedules, Task> act) => app.WithSchedulesAsync(async schedules =>
    {
        await act(schedules);
        return true;
    });

    /// <summary>Moves the clock to the next full hour of UTC, and a little on.</summary>
    public static Task ToTheHourAsync(this TestApp app)
    {
        var now = app.Clock.Now;
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 1, TimeSpan.Zero).AddHours(1);
        return app.Clock.AdvanceAsync(hour - now);
    }
}
