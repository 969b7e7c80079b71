using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ermine.Tests.Doubles;

/// <summary>An answer of the kind <c>application/problem+json</c>, as a caller reads it.</summary>
internal sealed record Problem(int Status, string Title, string? TraceId, Dictionary<string, string[]>? Errors)
{
    public static async Task<Problem> OfAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = (await response.Content.ReadFromJsonAsync<Problem>(JsonSerializerOptions.Web))!;
        Assert.Equal((int)status, problem.Status);
        Assert.False(string.IsNullOrEmpty(problem.TraceId));
        return problem;
    }

    /// <summary>The one field that is named, and what is said of it.</summary>
    public (string Field, string Message) OnlyError => (Errors!.Single().Key, Errors!.Single().Value.Single());
}
