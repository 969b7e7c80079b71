using Ermine.Kernel;
using Ermine.Schedules.Expressions;

namespace Ermine.Schedules;

/// <summary>Schedules as seen from one scope: within an invocation what is made and removed joins its commit.</summary>
internal sealed class Schedules(InvocationScope scope, IScheduleStore store, FunctionCatalog catalog, PayloadSerializer serializer) : ISchedules
{
    private const int LongestName = 200;
    private const int MostBackfilled = 10_000;
    private const int MostShown = 5;
    private const int LongestJitter = 3_600;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1); // "until now" by the caller's clock is not the future

    public async Task UpsertAsync<T>(string schedule, string expression, T payload, ScheduleOptions? options = null, CancellationToken ct = default)
    {
        var function = Own(schedule);
        if (options?.JitterSeconds is < 0 or > LongestJitter) throw new ArgumentOutOfRangeException(nameof(options), options.JitterSeconds, $"JitterSeconds is from 0 to {LongestJitter}.");

        var timeZone = options?.TimeZone ?? function.Trigger.TimeZone;
        var (when, zone) = DeclaredSchedules.Read(expression, timeZone, $"Schedule '{schedule}'", static text => new ArgumentException(text));
        var stored = new StoredSchedule(schedule, function.Id, ScheduleFunctions.QueueOf(function.Id), expression, timeZone)
        {
            Overlap = options?.Overlap ?? function.Trigger.Overlap,
            Missed = options?.Missed ?? function.Trigger.Missed,
            JitterSeconds = options?.JitterSeconds ?? function.Trigger.JitterSeconds,
            Payload = serializer.Write(payload),
        };
        await store.UpsertAsync([stored.From(when, zone, await NowAsync(ct))], scope.Current?.Commit, ct);
    }

    public async Task<bool> RemoveAsync(string schedule, CancellationToken ct = default)
    {
        if (await store.FindAsync(Named(schedule), ct) is not { } stored) return false;
        if (stored.IsDeclared) Own(schedule); // which refuses it, unless its function has gone
        await store.RemoveAsync(schedule, scope.Current?.Commit, ct);
        return true;
    }

    public async Task PauseAsync(string schedule, CancellationToken ct = default) => await store.SetPausedAsync(await FindAsync(schedule, ct) with { IsPaused = true }, ct);

    public async Task ResumeAsync(string schedule, CancellationToken ct = default)
    {
        var stored = await FindAsync(schedule, ct);
        if (!stored.IsPaused) return; // its place in its times is not given up
        var (expression, zone) = Read(stored);
        await store.SetPausedAsync(stored.From(expression, zone, await NowAsync(ct)) with { IsPaused = false }, ct);
    }

    public async Task RunNowAsync(string schedule, CancellationToken ct = default)
    {
        var stored = await FindAsync(schedule, ct);
        var now = await NowAsync(ct);
        var overlap = stored.Overlap == ScheduleOverlap.CancelOther ? ScheduleOverlap.CancelOther : ScheduleOverlap.Queue; // who asks for it is not to be refused
        await store.FireAsync(stored, [new Firing(now, FiringReason.RunNow, overlap, FiringBody.Of(stored, now, now, FiringReason.RunNow))], ct);
    }

    public async Task<int> BackfillAsync(string schedule, DateTimeOffset from, DateTimeOffset to, CancellationToken ct = default)
    {
        var stored = await FindAsync(schedule, ct);
        var (expression, zone) = Read(stored);
        var now = await NowAsync(ct);
        if (to > now + ClockTolerance) throw new ArgumentException($"A backfill makes up for what has passed: '{to:O}' is still to come.", nameof(to));

        var end = to < now ? to : now;
        var slots = expression.From(from.UtcDateTime, zone).TakeWhile(slot => slot < end.UtcDateTime).Take(MostBackfilled + 1).ToArray();
        if (slots.Length > MostBackfilled) throw new ArgumentException($"There are more than {MostBackfilled:N0} times between '{from:O}' and '{to:O}': ask for a part of them at a time.", nameof(from));

        var firings = slots.Select(slot => new DateTimeOffset(slot)).Select(slot => new Firing(slot, FiringReason.Backfill, ScheduleOverlap.Queue, FiringBody.Of(stored, slot, now, FiringReason.Backfill)));
        var fired = 0;
        foreach (var some in firings.Chunk(1_000)) fired += await store.FireAsync(stored, some, ct);
        return fired;
    }

    public async Task<IReadOnlyList<ScheduleStatus>> ListAsync(CancellationToken ct = default)
    {
        var now = await NowAsync(ct);
        return [.. (await store.ListAsync(ct)).Select(s => Status(s, now))];
    }

    private static ScheduleStatus Status(StoredSchedule schedule, DateTimeOffset now)
    {
        var expression = ScheduleExpression.Parse(schedule.Expression, out _);
        var zone = ScheduleZones.Find(schedule.TimeZone);
        var isOver = schedule.IsPaused || schedule.NextSlot is null || expression is null || zone is null;
        var next = isOver ? [] : expression!.From((schedule.NextSlot > now ? schedule.NextSlot!.Value : now).UtcDateTime, zone!).Take(MostShown).Select(slot => new DateTimeOffset(slot));
        return new ScheduleStatus(
            schedule.Name, schedule.Function, schedule.Expression, ScheduleWords.Of(schedule.Expression, schedule.TimeZone), schedule.TimeZone, schedule.Overlap, schedule.Missed,
            schedule.IsDeclared, schedule.IsPaused, schedule.LastSlot, [.. next]);
    }

    private static string Named(string schedule) => ZeroCharacter.Refused(schedule, "The name of a schedule", nameof(schedule));

    private async Task<DateTimeOffset> NowAsync(CancellationToken ct) => (await store.LookAsync([], ct)).Now;

    private async Task<StoredSchedule> FindAsync(string schedule, CancellationToken ct) =>
        await store.FindAsync(Named(schedule), ct) ?? throw new ArgumentException($"There is no schedule '{schedule}'.", nameof(schedule));

    private static (ScheduleExpression Expression, TimeZoneInfo Zone) Read(StoredSchedule schedule) =>
        DeclaredSchedules.Read(schedule.Expression, schedule.TimeZone, $"Schedule '{schedule.Name}'", static text => new ArgumentException(text));

    // What stands in the code is changed there.
    private FunctionDescriptor<ScheduleAttribute> Own(string schedule)
    {
        var id = ScheduleFunctions.FunctionOf(Named(schedule));
        var function = catalog.Scheduled().FirstOrDefault(f => f.Id == id) ?? throw new ArgumentException(
            $"Schedule '{schedule}' runs no function: before the colon stands the id of one with [Schedule]; there are {string.Join(", ", catalog.Scheduled().Select(f => f.Id).Order(StringComparer.Ordinal))}.", nameof(schedule));
        if (schedule.Length > LongestName) throw new ArgumentException($"The name of a schedule has at most {LongestName} characters, and this one has {schedule.Length}.", nameof(schedule));
        if (schedule == id && function.Trigger.Expression is not null) throw new ArgumentException($"Schedule '{schedule}' stands in the code, and is changed there; name another '{schedule}:...'.", nameof(schedule));
        return function;
    }
}
