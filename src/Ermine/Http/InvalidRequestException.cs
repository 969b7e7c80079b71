using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>A value of the request that a function cannot use; answered as a problem that names it.</summary>
/// <param name="field">The name of the value, as the caller wrote it.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="status">Default: 400.</param>
public sealed class InvalidRequestException(string field, string message, int status = StatusCodes.Status400BadRequest) : BadHttpRequestException(message, status)
{
    /// <summary>The name of the value.</summary>
    public string Field { get; } = field;
}
