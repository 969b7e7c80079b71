using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Schedules;

/// <summary>What operators do over HTTP, under <c>/_ermine/schedules</c>, for whom <see cref="Operators"/> says.</summary>
internal static class ScheduleEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        if (!Operators.AreServed(app.ServiceProvider, out var policy)) return;

        var schedules = app.MapGroup("/_ermine/schedules").WithTags("Schedules").AddEndpointFilter(AnswerMistakesAsync);
        if (policy is not null) schedules.RequireAuthorization(policy);
        schedules.MapGet("", static async (ISchedules schedules, CancellationToken ct) => Json([.. await schedules.ListAsync(ct)]))
            .WithSummary("What schedules there are, when they fired last and will fire next.").Produces<ScheduleStatus[]>();
        schedules.MapPost("{schedule}/pause", static async (string schedule, ISchedules schedules, CancellationToken ct) =>
        {
            await schedules.PauseAsync(schedule, ct);
            return TypedResults.NoContent();
        }).WithSummary("Pauses a schedule on all nodes.").ProducesProblem(StatusCodes.Status404NotFound);
        schedules.MapPost("{schedule}/resume", static async (string schedule, ISchedules schedules, CancellationToken ct) =>
        {
            await schedules.ResumeAsync(schedule, ct);
            return TypedResults.NoContent();
        }).WithSummary("Resumes a paused schedule.").ProducesProblem(StatusCodes.Status404NotFound);
        schedules.MapPost("{schedule}/run", static async (string schedule, ISchedules schedules, CancellationToken ct) =>
        {
            await schedules.RunNowAsync(schedule, ct);
            return TypedResults.Accepted((string?)null);
        }).WithSummary("Runs the function of a schedule now.").ProducesProblem(StatusCodes.Status404NotFound);
        schedules.MapPost("{schedule}/backfill", static async (string schedule, DateTimeOffset? from, DateTimeOffset? to, ISchedules schedules, CancellationToken ct) =>
            Json(new ScheduleCount(await schedules.BackfillAsync(schedule, Given(from, "from"), Given(to, "to"), ct))))
            .WithSummary("Makes up for the times of a schedule that lie between two.").Produces<ScheduleCount>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static DateTimeOffset Given(DateTimeOffset? time, string name) => time ?? throw new ArgumentException($"A backfill has a beginning and an end, and '{name}' is missing: ?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z.");

    private static async ValueTask<object?> AnswerMistakesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await next(context); // filters run, and the endpoint does not, where a value could not be bound
            return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest ? Mistake("A value in the query cannot be read.", StatusCodes.Status400BadRequest) : answer;
        }
        catch (ArgumentException e)
        {
            return Mistake(e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal), e.ParamName == "schedule" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        }
    }

    private static JsonHttpResult<ScheduleStatus[]> Json(ScheduleStatus[] schedules) => TypedResults.Json(schedules, ScheduleJson.Default.ScheduleStatusArray);

    private static JsonHttpResult<ScheduleCount> Json(ScheduleCount count) => TypedResults.Json(count, ScheduleJson.Default.ScheduleCount);

    private static ProblemHttpResult Mistake(string title, int status) => TypedResults.Problem(title: title, statusCode: status);
}
