using System.IO;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop;

public enum Size { Small, Large }
public sealed record Order(string Article);
public interface IPrices;

// Both of its own ways to be read; the one that is told the culture is taken.
public readonly struct Point
{
    public static bool TryParse(string? text, IFormatProvider? provider, out Point point) { point = default; return text is not null; }
    public static bool TryParse(string? text, out Point point) { point = default; return text is not null; }
}

public sealed class Tag
{
    public static bool TryParse(string text, out Tag? tag) { tag = new(); return true; }
}

public sealed record Page(int Number)
{
    public static ValueTask<Page?> BindAsync(HttpContext context) => new(new Page(1));
}

public readonly record struct Tenant(string Name)
{
    public static ValueTask<Tenant> BindAsync(HttpContext context) => new(new Tenant(""));
}

public readonly record struct Place(int X)
{
    public static ValueTask<Place?> BindAsync(HttpContext context) => default;
}

public sealed record Search(string Text, [FromQuery(Name = "s")] Size? Size, [FromHeader(Name = "X-Tenant")] string Tenant, [FromServices] IPrices Prices, CancellationToken Ct, int Page = 1)
{
    public string[]? Tags { get; init; }
    public Guid Id { get; set; }
}

public struct Window
{
    public DateOnly From { get; set; }
    public required DateOnly? To { get; set; }
    public Order Body { get; set; }
}

public sealed record Signup(string Name, int Age, Size[] Sizes, IFormFile Photo, string? @class = null);

[AllowAnonymous]
public sealed class Ordering
{
    [Function, Rest("GET /lists")]
    public int Lists(
        string[] tag, int[] id, Size[]? size, IReadOnlyList<Guid> guid, List<DateOnly> day, List<string>? word, Point[] at, IEnumerable<Tag> tags, [FromHeader(Name = "X-Tag")] string[] headers, [FromQuery(Name = "n")] int[]? numbers = null, Guid[] never = null!)
        => tag.Length + id.Length + guid.Count + day.Count + at.Length + headers.Length + (size?.Length ?? 0) + (word?.Count ?? 0) + (numbers?.Length ?? 0) + (tags is null ? 1 : 0) + (never?.Length ?? 0);

    [Function, Rest("POST /lists/{at}")]
    public void ListsBesideBody(Point at, Point? from, Tag tag, Tag? other, [FromQuery] int[] id, Order order) => _ = (at, from, tag, other, id, order);

    [Function, Rest("GET /cookies")]
    public void Cookies([FromCookie] string session, [FromCookie(Name = "__Host-size")] Size? size, [FromCookie] int visits = 0) => _ = (session, size, visits);

    [Function, Rest("GET /bound")]
    public void Bound(Page page, Page? other, Tenant tenant, Place place, Place? there, Place last = default) => _ = (page, other, tenant, place, there, last);

    [Function, Rest("GET /search/{id}")]
    public static void Find([AsParameters] Search search, string? text) => _ = (search, text);

    [Function, Rest("POST /window")]
    public Task Within([AsParameters] Window window, CancellationToken ct) => Task.FromResult((window, ct));

    [Function, Rest("POST /form")]
    public void Form([FromForm] string name, [FromForm(Name = "n")] int[] numbers, IFormFile file, IFormFile? other, IFormFileCollection files, IFormCollection form) => _ = (name, numbers, file, other, files, form);

    [Function, Rest("POST /signup")]
    public string SignUp([FromForm] Signup signup) => signup.Name;

    [Function, Rest("POST /files")]
    public void Files(IFormFileCollection files) => _ = files;

    [Function, Rest("PUT /raw/{name}")]
    public async Task Raw(string name, Stream body) => await body.CopyToAsync(Stream.Null);

    [Function, Rest("PUT /pipe")]
    public void Pipe(PipeReader body) => _ = body;
}
