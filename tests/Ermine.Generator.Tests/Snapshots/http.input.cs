using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Polls;

public enum Sort { Newest, Oldest }
public sealed record NewPoll(string Question);
public readonly record struct Point(int X, int Y);
public interface IPolls;
public sealed class Slug : IParsable<Slug>
{
    public static Slug Parse(string s, IFormatProvider? provider) => new();
    public static bool TryParse(string? s, IFormatProvider? provider, out Slug result) { result = new(); return true; }
}

[AllowAnonymous]
public static class Reading
{
    [Function, Rest("GET /polls/{pollId}")]
    public static Task<NewPoll?> Show(Guid pollId) => Task.FromResult(pollId == default ? null : new NewPoll(""));

    [Function, Rest("GET /polls")]
    public static NewPoll[] Find(
        string text, string? tag, int page, int? size, Sort sort, Sort? then, Slug slug, Slug? other, DateTimeOffset since, double weight,
        [FromQuery(Name = "q")] string named, [FromHeader(Name = "X-Tenant")] string tenant, [FromHeader] int? retries)
        => [new NewPoll($"{text}{tag}{page}{size}{sort}{then}{slug}{other}{since}{weight}{named}{tenant}{retries}")];

    [Function, Rest("GET /defaults/{year:int?}")]
    public static string Defaults(
        int year, int? month = null, int page = 1, int? size = 50, string text = "a\"b", string? tag = null, string never = null!, bool open = true, char letter = '\'', double weight = 1.5, decimal price = 2.5m,
        long ticks = -1, Sort sort = Sort.Oldest, Sort? then = Sort.Oldest, Guid id = default, float ratio = float.NaN, byte level = 3)
        => $"{year}{month}{page}{size}{text}{tag}{never}{open}{letter}{weight}{price}{ticks}{sort}{then}{id}{ratio}{level}";

    [Function, Rest("GET /route/{id:int}/{slug}/{sort}/{name?}/{**rest}")]
    public static string Route(int id, Slug slug, Sort sort, string? name, [FromRoute(Name = "rest")] string tail) => $"{id}{slug}{sort}{name}{tail}";

    [Function, Rest("GET /context")]
    public static void Context(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user, Invocation invocation, CancellationToken ct, IPolls polls)
        => _ = (context, request, response, user, invocation, ct, polls);

    [Function, Rest("GET /nothing")]
    public static void Nothing() { }
}

[AllowAnonymous]
public sealed class Writing
{
    [Function, Rest("POST /polls", MaxBodyBytes = 1000)] public Task<IResult> Open(NewPoll poll) => Task.FromResult(Results.Ok(poll));

    [Function, Rest("PUT /polls/{id}")] public async Task Change(Guid id, NewPoll? poll) => await Task.FromResult((id, poll));

    [Function, Rest("POST /points")] public Point Add(Point point) => point;

    [Function, Rest("POST /points/maybe")] public Point? Maybe(Point? point) => point;

    [Function, Rest("POST /many")] public int Many(IReadOnlyList<NewPoll> polls, string? tag) => polls.Count + (tag?.Length ?? 0);

    [Function, Rest("POST /map")] public int Map(Dictionary<string, List<NewPoll?>> polls) => polls.Count;

    [Function, Rest("DELETE /polls")] public void Delete([FromBody] int[] ids) => _ = ids;

    [Function, Rest("POST /text")] public void Text([FromBody] string text) => _ = text;
}
