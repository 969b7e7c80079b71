using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;

namespace Ermine.Http.Versions;

/// <summary>Puts the headers of <c>[Deprecated]</c> on the answers of a function's endpoints.</summary>
internal static class DeprecationConvention
{
    public static void Apply(IEndpointConventionBuilder mapped) => mapped.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<DeprecatedAttribute>().FirstOrDefault() is not { } deprecated || endpoint.Metadata.OfType<FunctionDescriptor>().FirstOrDefault() is not { } function) return;
        var (headers, next) = (new DeprecationHeaders(function, deprecated), endpoint.RequestDelegate!);
        endpoint.RequestDelegate = context => headers.AddAsync(context, next);
    });
}
