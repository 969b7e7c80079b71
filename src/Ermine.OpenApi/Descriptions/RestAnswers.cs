using Ermine.Http;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Ermine.OpenApi.Descriptions;

/// <summary>Tells what may be answered: what the function says, what attributes such as <c>[ProducesResponseType]</c> say, and the problems that
/// Ermine answers before and after the function.</summary>
internal static class RestAnswers
{
    /// <summary>The answers, by status.</summary>
    public static IEnumerable<ApiResponseType> Of(RouteEndpoint endpoint, RestDescription rest, string method)
    {
        var said = new SortedDictionary<int, ApiResponseType>();
        foreach (var response in rest.Responses) said.TryAdd(response.Status, Answer(response.Status, response.Type, response.ContentTypes, response.Description));
        foreach (var stock in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
            said[stock.StatusCode] = Answer(stock.StatusCode, stock.Type, [.. stock.ContentTypes], stock.Description ?? "");
        if (!said.Keys.Any(status => status < 400)) said.Add(StatusCodes.Status200OK, Answer(StatusCodes.Status200OK, null, [], ""));
        if (RestHabits.AnswersNotModified(endpoint.Metadata, IsRead(method))) said.TryAdd(StatusCodes.Status304NotModified, Answer(StatusCodes.Status304NotModified, null, [], "The caller has the newest version."));
        foreach (var (status, text) in RestHabits.Problems(endpoint.Metadata, IsRead(method)).Concat(Problems(endpoint, rest, method))) said.TryAdd(status, Problem(status, text));
        return said.Values;
    }

    private static IEnumerable<(int Status, string Text)> Problems(RouteEndpoint endpoint, RestDescription rest, string method)
    {
        var function = endpoint.Metadata.GetMetadata<FunctionDescriptor>();
        var hasBody = rest.Parameters.Any(p => p.From is RestSource.Body or RestSource.Form);
        yield return (StatusCodes.Status400BadRequest, rest.Parameters.Count > 0 ? "A value is missing or cannot be read; `errors` names each." : "The request cannot be read.");
        if (RestAccess.IsGuarded(endpoint))
        {
            yield return (StatusCodes.Status401Unauthorized, "The request does not say who calls, or not in a way that holds.");
            yield return (StatusCodes.Status403Forbidden, "The caller is not allowed to do this.");
        }

        if (endpoint.Metadata.GetMetadata<OwnsAttribute>() is not null) yield return (StatusCodes.Status404NotFound, "It is not there, or not the caller's.");
        if (!IsRead(method)) yield return (StatusCodes.Status409Conflict, "Somebody else changed the same data; read it again and repeat the request.");
        if (hasBody)
        {
            yield return (StatusCodes.Status413PayloadTooLarge, $"The body has more than {(function?.Trigger as RestAttribute)?.MaxBodyBytes} bytes.");
            yield return (StatusCodes.Status415UnsupportedMediaType, "The body is of another content type.");
        }

        if (endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null) yield return (StatusCodes.Status429TooManyRequests, "There were too many requests; repeat this one later.");
        yield return (StatusCodes.Status500InternalServerError, "The function failed.");
        yield return (StatusCodes.Status503ServiceUnavailable, "The database cannot be reached, or the server is stopping.");
        if (function is { IsSynchronous: false }) yield return (StatusCodes.Status504GatewayTimeout, "The function took too long.");
    }

    private static bool IsRead(string method) => method is "GET" or "HEAD" or "OPTIONS";

    private static ApiResponseType Problem(int status, string text) =>
        Answer(status, status is 400 or 413 or 415 ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails), [], text);

    private static ApiResponseType Answer(int status, Type? type, IReadOnlyList<string> contentTypes, string text)
    {
        var answer = new ApiResponseType { StatusCode = status, Type = type == typeof(void) ? null : type, Description = text.Length > 0 ? text : null };
        if (answer.Type is null) return answer;

        string[] usual = [typeof(ProblemDetails).IsAssignableFrom(type) ? "application/problem+json" : "application/json"];
        foreach (var contentType in contentTypes.Count > 0 ? contentTypes : usual) answer.ApiResponseFormats.Add(new ApiResponseFormat { MediaType = contentType });
        return answer;
    }
}
