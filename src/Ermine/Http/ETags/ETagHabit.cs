using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Ermine.Http.ETags;

/// <summary>Tells callers the version of what they read, and holds them to it where they write.</summary>
/// <remarks>Conditions count only where the answer would be a success without them (RFC 9110, 13.2.1), so they are compared after the function has run
/// and before its commit; the commit compares again, in the transaction that writes.</remarks>
internal sealed class ETagHabit(FunctionDescriptor<RestAttribute> function, ETagAttribute attribute, IDocumentVersions versions) : Habit
{
    private readonly bool _isRead = RestRoute.Of(function).Method.ToUpperInvariant() is "GET" or "HEAD";

    public static Habit? Of(FunctionDescriptor<RestAttribute> function, IServiceProvider services) => function.Metadata.OfType<ETagAttribute>().FirstOrDefault() is not { } attribute ? null
        : new ETagHabit(function, attribute, services.GetService<IDocumentVersions>()
            ?? throw new ErmineStartupException($"Function '{function.Id}' has [ETag], and nothing knows the versions of documents: reference the package Ermine.Postgres."));

    public override ValueTask<IResult?> BeginAsync(RestEndpoint endpoint, HttpContext context)
    {
        var headers = context.Request.Headers;
        if ((Bad(headers, HeaderNames.IfMatch) ?? Bad(headers, HeaderNames.IfNoneMatch)) is { } bad) return new(bad);
        return new(attribute.Required && !_isRead && headers.IfMatch.Count == 0
            ? Problems.Status(StatusCodes.Status428PreconditionRequired, "Say with If-Match which version you change: the ETag of the answer in which you have read it.")
            : null);
    }

    public override IResult? Committing(HttpInvocation run)
    {
        if (_isRead || run.Status is < 200 or > 299) return null;
        var headers = run.Input.Request.Headers;
        var (match, none) = (Preconditions.Tags(headers, HeaderNames.IfMatch), Preconditions.Tags(headers, HeaderNames.IfNoneMatch));
        if (match.Count == 0 && none.Count == 0) return null;

        var target = Target(run);
        if (match.Count > 0)
        {
            if (target is null || !Preconditions.Match(match, target.Version, isStrong: true)) return Failed();
            versions.Require(run.Commit, target);
        }

        if (none.Count == 0) return null;
        if (target is not null) return Preconditions.Match(none, target.Version, isStrong: false) ? Failed() : null;
        if (none.Contains(EntityTagHeaderValue.Any)) foreach (var made in Made(run)) versions.RequireAbsent(run.Commit, made);
        return null;
    }

    public override void Answering(HttpInvocation run)
    {
        if (run.Status is < 200 or > 299 || run.Result is not { } result || versions.Of(result) is not { } current || (attribute.Document?.IsInstanceOfType(result) ?? true) is false) return;
        run.Input.Response.Headers.ETag = Preconditions.TagOf(current.Version).ToString();
        if (_isRead && Preconditions.Match(Preconditions.Tags(run.Input.Request.Headers, HeaderNames.IfNoneMatch), current.Version, isStrong: false))
            run.Respond(TypedResults.StatusCode(StatusCodes.Status304NotModified));
    }

    public override IResult? Refused(HttpInvocation run, Outcome outcome) =>
        outcome.Exception is CommitException { Failure: CommitFailure.Conflict } && (run.Input.Request.Headers.IfMatch.Count > 0 || run.Input.Request.Headers.IfNoneMatch.Count > 0) ? Failed() : null;

    // What is written: of the documents that were loaded, the one that is also the answer, or the only one of its type.
    private DocumentVersion? Target(HttpInvocation run)
    {
        var answer = run.Result is { } result ? versions.Of(result) : null;
        var type = attribute.Document ?? answer?.Type;
        var loaded = versions.Loaded(run.Commit).Where(d => type is null || type.IsAssignableFrom(d.Type)).DistinctBy(d => (d.Type, d.Id)).ToArray();
        return loaded.FirstOrDefault(d => answer is not null && d.Type == answer.Type && d.Id.Equals(answer.Id)) ?? loaded switch
        {
            [] => null,
            [var only] => only,
            _ => throw new InvalidOperationException($"'{function.Id}' has loaded {loaded.Length} documents, and nothing says which of them If-Match is about: return the one that is written, or name its type, as in [ETag(typeof(Product))]."),
        };
    }

    // What is made: of the documents that are to be stored, the answer, or else all of its type.
    private IEnumerable<DocumentVersion> Made(HttpInvocation run)
    {
        var answer = run.Result is { } result ? versions.Of(result) : null;
        var type = attribute.Document ?? answer?.Type;
        var stored = versions.Stored(run.Commit).Where(d => type is null || type.IsAssignableFrom(d.Type)).ToArray();
        return stored.Where(d => answer is not null && d.Type == answer.Type && d.Id.Equals(answer.Id)).ToArray() is { Length: > 0 } answered ? answered : stored;
    }

    private static IResult? Bad(IHeaderDictionary headers, string name) => Preconditions.IsBad(headers, name)
        ? Problems.Invalid(StatusCodes.Status400BadRequest, new Dictionary<string, string[]> { [name] = [$"The header '{name}' must list entity tags, as in \"7\", or be *."] })
        : null;

    private static IResult Failed() => Problems.Status(StatusCodes.Status412PreconditionFailed, "It is there in another version than you say: read it again, and repeat your change.");
}
