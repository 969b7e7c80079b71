using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Ermine;

/// <summary>Runs the function for an HTTP request: a method and an ASP.NET Core route template, as in <c>"GET /polls/{id}"</c>.</summary>
/// <remarks>What the function returns is answered after the commit, whatever its status: to return is to commit, also with 404 or 409. To
/// refuse a request with nothing recorded, throw; <c>BadHttpRequestException</c> carries the status and the title of the answer.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[TriggerShape(InputShape.Http)]
public sealed class RestAttribute([StringSyntax("Route")] string route) : TriggerAttribute
{
    /// <summary>Method and template, separated by one space.</summary>
    public string Route { get; } = route;

    /// <summary>Bytes a request body may have. Default: 1 MiB; a larger one is answered with 413.</summary>
    [Limit(1, 1_073_741_824), DefaultValue(1_048_576)] public int MaxBodyBytes { get; init; } = 1_048_576;

    /// <inheritdoc/>
    public override bool IsRetried => false;
}
