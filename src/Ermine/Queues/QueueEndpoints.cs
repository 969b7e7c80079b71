using System.Globalization;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Queues;

/// <summary>What operators see and do over HTTP, under <c>/_ermine/queues</c>, for whom <see cref="Operators"/> says.</summary>
internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        if (!Operators.AreServed(app.ServiceProvider, out var policy)) return;

        var queues = app.MapGroup("/_ermine/queues").WithTags("Queues").AddEndpointFilter(AnswerMistakesAsync);
        if (policy is not null) queues.RequireAuthorization(policy);
        MapControl(queues);
        MapDeadLetters(queues);
    }

    private static void MapControl(RouteGroupBuilder queues)
    {
        queues.MapGet("", static async (IQueueControl control, CancellationToken ct) => Json([.. await control.StatusAsync(ct)]))
            .WithSummary("What every queue holds, how fast messages come and go, and when it will be empty.").Produces<QueueStatus[]>();
        queues.MapPost("{queue}/pause", static async (string queue, IQueueControl control, CancellationToken ct) =>
        {
            await control.PauseAsync(queue, ct);
            return TypedResults.NoContent();
        }).WithSummary("Pauses a queue on all nodes.").ProducesProblem(StatusCodes.Status404NotFound);
        queues.MapPost("{queue}/resume", static async (string queue, IQueueControl control, CancellationToken ct) =>
        {
            await control.ResumeAsync(queue, ct);
            return TypedResults.NoContent();
        }).WithSummary("Resumes a paused queue.").ProducesProblem(StatusCodes.Status404NotFound);
        queues.MapDelete("{queue}/messages", static async (string queue, string? confirm, IQueueControl control, CancellationToken ct) =>
        {
            Confirm(queue, confirm);
            return Json(new QueueCount(await control.PurgeAsync(queue, ct)));
        }).WithSummary("Deletes what waits in a queue, if confirm repeats its name.").Counts();
    }

    private static void MapDeadLetters(RouteGroupBuilder queues)
    {
        queues.MapGet("{queue}/dead-letters/groups", static async (string queue, IDeadLetters letters, CancellationToken ct) => Json([.. await letters.GroupsAsync(queue, ct)]))
            .WithSummary("The kinds of failures among a queue's dead letters.").Produces<DeadLetterGroup[]>().ProducesProblem(StatusCodes.Status404NotFound);
        queues.MapGet("{queue}/dead-letters", static async (string queue, string? fingerprint, DateTimeOffset? before, long? after, int? limit, IDeadLetters letters, CancellationToken ct) =>
            Json([.. await letters.ListAsync(queue, Filter(null, fingerprint, before, after, limit ?? 100), ct)]))
            .WithSummary("Dead letters that fit, without their bodies; after is the number of the last one of the page before.").Produces<DeadLetter[]>().Mistakes();
        queues.MapGet("{queue}/dead-letters/{id:long}", static async Task<Results<JsonHttpResult<DeadLetter>, ProblemHttpResult>> (string queue, long id, IDeadLetters letters, CancellationToken ct) =>
            await letters.PeekAsync(queue, id, ct) is { } letter ? TypedResults.Json(letter, QueueJson.Default.DeadLetter) : NoLetter(queue, id))
            .WithSummary("A dead letter with its body and its exception.").Produces<DeadLetter>().ProducesProblem(StatusCodes.Status404NotFound);
        queues.MapPut("{queue}/dead-letters/{id:long}", static async Task<Results<NoContent, ProblemHttpResult>> (string queue, long id, HttpRequest request, IDeadLetters letters, CancellationToken ct) =>
        {
            using var body = new StreamReader(request.Body);
            return await letters.EditAsync(queue, id, await body.ReadToEndAsync(ct), ct) ? TypedResults.NoContent() : NoLetter(queue, id);
        }).WithSummary("Replaces the body of a dead letter.").Accepts<object>("application/json").Mistakes();
        queues.MapPost("{queue}/dead-letters/redrive", static async (string queue, long? id, string? fingerprint, DateTimeOffset? before, int? limit, string? rate, IDeadLetters letters, CancellationToken ct) =>
            Json(new QueueCount(await letters.RedriveAsync(queue, Filter(id, fingerprint, before, null, limit), RateOf(rate), ct))))
            .WithSummary("Sends dead letters again, at most 1,000, at a rate such as 100/s.").Counts();
        queues.MapDelete("{queue}/dead-letters", static async (string queue, long? id, string? fingerprint, DateTimeOffset? before, int? limit, string? confirm, IDeadLetters letters, CancellationToken ct) =>
        {
            Confirm(queue, confirm);
            return Json(new QueueCount(await letters.DiscardAsync(queue, Filter(id, fingerprint, before, null, limit), ct)));
        }).WithSummary("Deletes dead letters, if confirm repeats the queue's name.").Counts();
    }

    private static RouteHandlerBuilder Counts(this RouteHandlerBuilder endpoint) => endpoint.Produces<QueueCount>().Mistakes();

    private static RouteHandlerBuilder Mistakes(this RouteHandlerBuilder endpoint) => endpoint.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static DeadLetterFilter Filter(long? id, string? fingerprint, DateTimeOffset? before, long? after, int? limit) =>
        new() { Id = id, Fingerprint = fingerprint, Before = before, After = after ?? 0, Limit = limit ?? new DeadLetterFilter().Limit };

    private static Rate? RateOf(string? text) => text is null ? null : Rate.TryParse(text, out var rate) ? rate : throw new ArgumentException(
        $"rate = '{text}' is no rate: write a number, a slash, and s, m, h or d, such as 100/s.");

    // What cannot be undone is asked for by name.
    private static void Confirm(string queue, string? confirm)
    {
        if (confirm != queue) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"This deletes messages for good: repeat the queue's name as ?confirm={queue}."));
    }

    private static ProblemHttpResult NoLetter(string queue, long id) => TypedResults.Problem(title: $"Queue '{queue}' has no dead letter {id}.", statusCode: StatusCodes.Status404NotFound);

    private static async ValueTask<object?> AnswerMistakesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await next(context); // filters run, and the endpoint does not, where a value could not be bound
            return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest ? Mistake("A value in the query cannot be read.", StatusCodes.Status400BadRequest) : answer;
        }
        catch (ArgumentException e) when (e.ParamName == "queue")
        {
            return Mistake(WithoutParameter(e), StatusCodes.Status404NotFound);
        }
        catch (ArgumentException e)
        {
            return Mistake(WithoutParameter(e), StatusCodes.Status400BadRequest);
        }
        catch (PayloadException e)
        {
            return Mistake(e.Message, StatusCodes.Status400BadRequest);
        }
    }

    private static ProblemHttpResult Mistake(string title, int status) => TypedResults.Problem(title: title, statusCode: status);

    // The name of a parameter in our code says nothing to whom asks over HTTP.
    private static string WithoutParameter(ArgumentException e) => e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal);

    private static JsonHttpResult<QueueCount> Json(QueueCount count) => TypedResults.Json(count, QueueJson.Default.QueueCount);

    private static JsonHttpResult<QueueStatus[]> Json(QueueStatus[] queues) => TypedResults.Json(queues, QueueJson.Default.QueueStatusArray);

    private static JsonHttpResult<DeadLetterGroup[]> Json(DeadLetterGroup[] groups) => TypedResults.Json(groups, QueueJson.Default.DeadLetterGroupArray);

    private static JsonHttpResult<DeadLetter[]> Json(DeadLetter[] letters) => TypedResults.Json(letters, QueueJson.Default.DeadLetterArray);
}
