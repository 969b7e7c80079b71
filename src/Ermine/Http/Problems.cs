using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ermine.Http;

/// <summary>Answers as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>A request with bad values, each named with what is wrong with it; all of them could be read where it says so.</summary>
    public static ProblemHttpResult Invalid(int status, IDictionary<string, string[]> errors, bool isRead = false) => TypedResults.Problem(new HttpValidationProblemDetails(errors)
    {
        Status = status,
        Title = status switch
        {
            StatusCodes.Status413PayloadTooLarge => "The body is too large.",
            StatusCodes.Status415UnsupportedMediaType => "The body's content type is not supported.",
            _ => isRead ? "The request has values that are not allowed." : "The request has values that cannot be read.",
        },
    });

    /// <summary>A status with one sentence.</summary>
    public static ProblemHttpResult Status(int status, string title) => TypedResults.Problem(title: title, statusCode: status);
}
