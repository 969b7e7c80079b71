using Microsoft.AspNetCore.Authorization;

namespace Ermine.Schedules.Toy;

/// <summary>Schedules that the app makes itself.</summary>
[AllowAnonymous]
public sealed class Alarms(Logbook book, Turnstile turnstile)
{
    [Function, Schedule]
    public void Ring(ScheduledFiring<string> firing) => book.Add(firing);

    [Function, Schedule]
    public async Task Hold(ScheduledFiring firing, CancellationToken ct)
    {
        await turnstile.PassAsync(ct);
        book.Add(firing);
    }

    [Function, Rest("PUT /alarms/{name}")]
    public async Task Set(string name, NewAlarm body, ISchedules schedules, CancellationToken ct)
    {
        await schedules.UpsertAsync($"alarms.ring:{name}", body.Expression, body.Text, ct: ct);
        if (body.Fails) throw new InvalidOperationException("The alarm is set, and then something fails.");
    }
}
