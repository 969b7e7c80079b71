using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Ermine.Http.Paging;

/// <summary>Adds the addresses of other pages to the answer (RFC 8288): absolute paths that keep the rest of the query.</summary>
internal sealed class PagingHabit : Habit
{
    public static Habit? Of(FunctionDescriptor<RestAttribute> function, IServiceProvider services) => function.Metadata.OfType<PagedAttribute>().Any() ? new PagingHabit() : null;

    public override void Answering(HttpInvocation run)
    {
        if (run.Result is not IPage page) return;
        var request = run.Input.Request;
        var links = new List<string>();
        if (page.Next is not null) links.Add(Link(request, page.Next, "next"));
        if (page.Previous is not null) links.Add(Link(request, page.Previous, "prev"));
        if (request.Query.ContainsKey(PageRequest.CursorName)) links.Add(Link(request, null, "first"));
        if (links.Count > 0) run.Input.Response.Headers.Append("Link", string.Join(", ", links));
    }

    private static string Link(HttpRequest request, string? cursor, string relation)
    {
        var query = request.Query.Where(q => q.Key != PageRequest.CursorName);
        if (cursor is not null) query = query.Append(KeyValuePair.Create(PageRequest.CursorName, new StringValues(cursor)));
        return $"<{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{new QueryBuilder(query).ToQueryString()}>; rel=\"{relation}\"";
    }
}
