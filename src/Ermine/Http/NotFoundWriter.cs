using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Answers 404 where a function returned null.</summary>
internal sealed class NotFoundWriter : ResultWriter
{
    public static NotFoundWriter Instance { get; } = new();

    public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result) =>
        Problems.Status(StatusCodes.Status404NotFound, "There is nothing at this address.").ExecuteAsync(context);
}
