using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Polls;

public enum Sort { Newest, Oldest }
public sealed record Poll(string Question);

/// <summary>Reads polls, of which a <see cref="Poll"/> is one.</summary>
[AllowAnonymous]
public static class Reading
{
    /// <summary>Finds polls that <paramref name="text"/> is in,
    /// or "all" of them: <c>null</c> is <see langword="null"/>.</summary>
    /// <remarks><para>The first.</para><para>The second.</para></remarks>
    /// <param name="text" example="tea">What to look for.</param>
    /// <param name="size">How many.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="tenant">Whose.</param>
    /// <returns>The polls.</returns>
    /// <response code="418">There is no tea.</response>
    /// <response code="tea">This is no status.</response>
    [Function, Rest("GET /polls"), Obsolete("Search is better.")]
    public static Poll[] Find(string? text, [Range(1, 100)] int size = 20, Sort sort = Sort.Newest, [FromHeader(Name = "X-Tenant")] string tenant = "none") => [new($"{text}{size}{sort}{tenant}")];

    [Function, Rest("GET /half")] public static string? WithoutCommentAsync() => null;

    [Function, Rest("GET /one"), Rest("GET /two/{id}")] public static int? TwoRoutes([FromRoute] int id = 1) => id;
}

public static class Answering
{
    [Function, Rest("GET /union")] public static Task<Results<Ok<Poll>, NotFound, Conflict<string>, ValidationProblem>> Union() => throw new NotSupportedException();

    [Function, Rest("GET /created")] public static Created<Poll?>? Created() => null;

    [Function, Rest("GET /unknown")] public static IResult Unknown() => TypedResults.Ok();

    [Function, Rest("GET /nothing")] public static Task Nothing() => Task.CompletedTask;

    [Function, Rest("GET /dynamic")] public static dynamic Dynamic() => 1;

    [Function, Rest("GET /describe")] public static void DescribeNothing() { }

    [Function, Rest("GET /file")] public static FileStreamHttpResult File() => throw new NotSupportedException();

    [Function, Rest("GET /sequence")] public static async IAsyncEnumerable<(int Number, string? Text)> Sequence() { await Task.Yield(); yield return (1, null); }
}
