using System.Text;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Asynchronous runs over HTTP, under <c>/_ermine/runs</c>, where the app has something that keeps them.</summary>
internal static class RunEndpoints
{
    private const string Root = "/_ermine/runs";

    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<IRunStore>() is not null) MapRuns(app, app.ServiceProvider);
    }

    // Apart, so that an app that keeps no runs does not compile it.
    private static void MapRuns(IEndpointRouteBuilder app, IServiceProvider services)
    {
        var access = new RunAccess(services);
        var runs = app.MapGroup(Root).WithTags("Runs").AllowAnonymous(); // each run is guarded by its function's own rules
        runs.MapGet("", (RequestDelegate)(http => ListAsync(http, access)));
        runs.MapGet("{id:guid}", OfRun(access, static (_, _, run) => Task.FromResult<IResult>(TypedResults.Json(run, FunctionJson.Default.RunStatus))));
        runs.MapGet("{id:guid}/result", OfRun(access, static (http, _, run) => Task.FromResult(Result(http, run))));
        runs.MapPost("{id:guid}/cancel", OfRun(access, static async (http, all, run) => await all.CancelAsync(run.Id, http.RequestAborted)
            ? TypedResults.NoContent()
            : CallProblems.Status(StatusCodes.Status409Conflict, "The run has ended, and cannot be cancelled any more.")));
        runs.MapPost("{id:guid}/rerun", OfRun(access, static async (http, all, run) => await all.RerunAsync(run.Id, http.RequestAborted) is { } again ? Accepted(http, again) : RunAccess.NotFound()));
    }

    /// <summary>Whether a request wants a run to be made later, rather than to wait for it (RFC 7240).</summary>
    public static bool IsWanted(HttpRequest request) => request.Headers.TryGetValue("Prefer", out var prefer)
        && prefer.Any(p => p is not null && p.Split(',', ';').Any(word => word.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Asks for a run, and says where it is found.</summary>
    public static async Task StartAsync(HttpContext http, string function, ReadOnlyMemory<byte> arguments, ArgumentJson json)
    {
        try
        {
            var members = new ArgumentObject();
            members.Read(arguments, json.Reading);
            if (members.NamesWithZero() is { Count: > 0 } names)
            {
                await CallProblems.Invalid(names.ToDictionary(name => name.Length == 0 ? "" : JsonPointer.Segment(name), _ => new[] { ZeroCharacter.Complaint })).ExecuteAsync(http);
                return;
            }

            http.RequestServices.GetRequiredService<InvocationScope>().User = http.User;
            var options = new RunOptions { IdempotencyKey = http.Request.Headers.TryGetValue("Idempotency-Key", out var key) && key.Count == 1 ? key.ToString() : null };
            var id = await http.RequestServices.GetRequiredService<IRuns>().StartAsync(function, arguments.ToArray(), options, http.RequestAborted);
            http.Response.Headers["Preference-Applied"] = "respond-async";
            await Accepted(http, id).ExecuteAsync(http);
        }
        catch (System.Text.Json.JsonException e)
        {
            await Mistake(e.LineNumber is null ? "The arguments must be a JSON object." : $"The arguments are no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine}.").ExecuteAsync(http);
        }
        catch (ArgumentException e)
        {
            await Mistake(e.Message).ExecuteAsync(http);
        }
        catch (PayloadException e)
        {
            await CallProblems.Status(StatusCodes.Status413PayloadTooLarge, e.Message).ExecuteAsync(http);
        }
        catch (CommitException e)
        {
            await CallProblems.Of(Outcome.Rejected(e.Message, e), showsFailures: false).ExecuteAsync(http);
        }
    }

    private static RequestDelegate OfRun(RunAccess access, Func<HttpContext, IRuns, RunStatus, Task<IResult>> answer) => async http =>
    {
        http.RequestServices.GetRequiredService<InvocationScope>().User = http.User; // a run that is made again is made for whoever asks for it
        var runs = http.RequestServices.GetRequiredService<IRuns>();
        var run = Guid.TryParse(http.GetRouteValue("id") as string, out var id) ? await runs.GetAsync(id, http.RequestAborted) : null;
        var refusal = run is null ? RunAccess.NotFound() : await access.RefusalAsync(http, run.Function);
        await (refusal ?? await answer(http, runs, run!)).ExecuteAsync(http);
    };

    private static async Task ListAsync(HttpContext http, RunAccess access)
    {
        var query = http.Request.Query;
        if (query["function"].ToString() is not { Length: > 0 } function)
        {
            await Mistake("Say whose runs: ?function=.").ExecuteAsync(http);
            return;
        }

        if (await access.RefusalAsync(http, function) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        try
        {
            var runs = await http.RequestServices.GetRequiredService<IRuns>().ListAsync(
                function, Read<RunState?>(query, "state", text => Enum.Parse<RunState>(text, ignoreCase: true)), Read<Guid?>(query, "after", text => Guid.Parse(text)),
                Read<int?>(query, "limit", text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) ?? 100, http.RequestAborted);
            await TypedResults.Json([.. runs], FunctionJson.Default.RunStatusArray).ExecuteAsync(http);
        }
        catch (ArgumentException e)
        {
            await Mistake(e.Message).ExecuteAsync(http);
        }
    }

    private static T? Read<T>(IQueryCollection query, string name, Func<string, T> read)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return default;
        try
        {
            return read(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new ArgumentException($"The value of '{name}' cannot be read.");
        }
    }

    private static IResult Result(HttpContext http, RunStatus run) => run switch
    {
        { State: RunState.Done, Result: { } json } => TypedResults.Content(json, "application/json; charset=utf-8", Encoding.UTF8),
        { State: RunState.Done } => TypedResults.NoContent(),
        { HasEnded: true } => CallProblems.Status(StatusCodes.Status409Conflict, $"The run has no result: it is {run.State}.", run.Error),
        _ => Accepted(http, run.Id),
    };

    private static IResult Accepted(HttpContext http, Guid id)
    {
        var location = $"{http.Request.PathBase}{Root}/{id}";
        http.Response.Headers.Location = location;
        return TypedResults.Json(new RunLocation(id, location), FunctionJson.Default.RunLocation, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Mistake(string title) => CallProblems.Status(StatusCodes.Status400BadRequest, title);
}
