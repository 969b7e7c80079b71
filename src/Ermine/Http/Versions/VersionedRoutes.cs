using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Http.Versions;

/// <summary>Maps functions with versions: below each of them, and, chosen by header, at the path itself.</summary>
internal sealed class VersionedRoutes(IEndpointRouteBuilder app)
{
    private readonly Dictionary<(string Method, string Template), SortedSet<string>> _known = [];

    /// <summary>Maps one function at all its places.</summary>
    public IEnumerable<IEndpointConventionBuilder> Map(FunctionDescriptor function, string method, string template, RequestDelegate run)
    {
        if (ApiVersions.Of(function) is not { Count: > 0 } versions) return [app.MapMethods(template, [method], run)];

        var place = (method.ToUpperInvariant(), template.Trim('/').ToUpperInvariant());
        if (!_known.TryGetValue(place, out var known))
        {
            known = _known[place] = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
            app.MapMethods(ApiVersions.Below("{ermineApiVersion}", template), [method], context => UnknownVersion.AnswerAsync(context, StatusCodes.Status404NotFound, [.. known])).ExcludeFromDescription();
        }

        known.UnionWith(versions);
        return [.. versions.Select(v => app.MapMethods(ApiVersions.Below(v, template), [method], run)), app.MapMethods(template, [method], run).WithMetadata(new ApiVersions(versions)).ExcludeFromDescription()];
    }
}
