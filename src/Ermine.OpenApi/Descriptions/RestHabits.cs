using Microsoft.AspNetCore.Http;

namespace Ermine.OpenApi.Descriptions;

/// <summary>Tells what the habits of a function answer besides itself.</summary>
internal static class RestHabits
{
    /// <summary>The answers that are problems.</summary>
    public static IEnumerable<(int Status, string Text)> Problems(EndpointMetadataCollection metadata, bool isRead)
    {
        if (metadata.GetMetadata<ETagAttribute>() is { } tag && !isRead)
        {
            yield return (StatusCodes.Status412PreconditionFailed, "Somebody else has changed it since it was read; read it again, and repeat the change.");
            if (tag.Required) yield return (StatusCodes.Status428PreconditionRequired, "The request does not say with `If-Match` which version it changes.");
        }

        if (metadata.GetMetadata<IdempotentAttribute>() is not null)
        {
            yield return (StatusCodes.Status409Conflict, "The first request with this `Idempotency-Key` is under way, or somebody else changed the same data; repeat the request.");
            yield return (StatusCodes.Status422UnprocessableEntity, "This `Idempotency-Key` came with another request before.");
        }

        if (metadata.GetMetadata<RateLimitAttribute>() is { } limit) yield return (StatusCodes.Status429TooManyRequests, $"There were more requests than {limit.Rate}; repeat this one after the time that `Retry-After` tells.");
    }

    /// <summary>Whether a reader who has the newest version is told so instead of being sent it again.</summary>
    public static bool AnswersNotModified(EndpointMetadataCollection metadata, bool isRead) => isRead && metadata.GetMetadata<ETagAttribute>() is not null;
}
