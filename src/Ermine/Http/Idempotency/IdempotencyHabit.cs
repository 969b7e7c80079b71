using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Http.Idempotency;

/// <summary>Runs a function once for each key, after the IETF's draft "The Idempotency-Key HTTP Header Field".</summary>
internal sealed partial class IdempotencyHabit(FunctionDescriptor function, IdempotentAttribute idempotent, IIdempotencyStore store, ILogger<IdempotencyHabit> log) : Habit
{
    private const string Header = "Idempotency-Key";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10); // for the commit, after the function's timeout

    private readonly TimeSpan _lease = TimeSpan.FromSeconds(function.Function.TimeoutSeconds) + Grace;
    private readonly TimeSpan _retention = TimeSpan.FromHours(idempotent.RetentionHours);

    public static Habit? Of(FunctionDescriptor<RestAttribute> function, IServiceProvider services) => function.Metadata.OfType<IdempotentAttribute>().FirstOrDefault() is not { } idempotent ? null
        : new IdempotencyHabit(
            function, idempotent,
            services.GetService<IIdempotencyStore>() ?? throw new ErmineStartupException($"Function '{function.Id}' is [Idempotent], and nothing stores its answers: reference the package Ermine.Postgres."),
            services.GetRequiredService<ILogger<IdempotencyHabit>>());

    public override async ValueTask<IResult?> BeginAsync(RestEndpoint endpoint, HttpContext context)
    {
        if (context.Request.Headers[Header].Count == 0) return idempotent.Required ? Bad("The header 'Idempotency-Key' is missing.") : null;
        if (IdempotentRequest.KeyOf(context.Request) is not { } key) return Bad($"The header 'Idempotency-Key' must be there once, with 1 to {IdempotentRequest.MaxKeyLength} characters of ASCII and no space.");

        endpoint.LimitBody(context);
        byte[] digest;
        try
        {
            digest = await IdempotentRequest.DigestAsync(context);
        }
        catch (BadHttpRequestException e)
        {
            return Problems.Status(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is too large." : "The body could not be read to its end.");
        }

        var name = IdempotentRequest.NameOf(function, context, key);
        var claim = await store.ClaimAsync(name, digest, _lease, context.RequestAborted);
        if (claim.State == IdempotencyState.Claimed) context.Features.Set(new IdempotentRequest(name, claim.Epoch));
        return Answer(claim);
    }

    public override bool Keeps(HttpContext context) => context.Features.Get<IdempotentRequest>() is not null;

    public override IResult? Committing(HttpInvocation run)
    {
        if (run.Input.Features.Get<IdempotentRequest>() is { } request) store.Record(run.Commit, request.Key, request.Epoch, () => CaptureAsync(run), _retention);
        return null;
    }

    public override async ValueTask FailedAsync(HttpInvocation run, bool maybeRecorded)
    {
        if (run.Input.Features.Get<IdempotentRequest>() is not { } request || maybeRecorded) return;
        try
        {
            await store.ReleaseAsync(request.Key, request.Epoch, CancellationToken.None);
        }
        catch (CommitException e)
        {
            NotReleased(log, e, function.Id); // the lease ends by itself
        }
    }

    private static async ValueTask<StoredAnswer> CaptureAsync(HttpInvocation run) =>
        run.Stored = await StoredAnswer.CaptureAsync(run.Input, () =>
        {
            run.Endpoint.Habits!.Answering(run);
            return run.WriteAsync();
        });

    private static IResult? Answer(IdempotencyClaim claim) => claim.State switch
    {
        IdempotencyState.Done => new ReplayedResult(claim.Answer!),
        IdempotencyState.Running => new RunningResult(claim.Wait),
        IdempotencyState.Mismatch => Problems.Status(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key came with another request before; use a new key for a new request."),
        _ => null,
    };

    private static IResult Bad(string message) => Problems.Invalid(StatusCodes.Status400BadRequest, new Dictionary<string, string[]> { [Header] = [message] });

    [LoggerMessage(420, LogLevel.Warning, "The idempotency key of a request to '{Function}' that recorded nothing could not be given back; it is free when its lease ends.")]
    private static partial void NotReleased(ILogger log, Exception e, string function);
}
