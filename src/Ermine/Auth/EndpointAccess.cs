using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Auth;

/// <summary>Stands in the metadata of a function's endpoint, and keeps what has been decided about who may call it.</summary>
internal sealed class EndpointAccess
{
    private AccessPlan? _plan;

    /// <summary>What was decided for the endpoint; null until the first request. Endpoints may be built anew, and are then decided anew.</summary>
    public AccessPlan? PlanOf(Endpoint endpoint) => _plan is { } plan && ReferenceEquals(plan.Endpoint, endpoint) ? plan : null;

    /// <summary>Decides, from all that the endpoint's metadata says by now, as ASP.NET Core's middleware does.</summary>
    public async Task<AccessPlan> PlanAsync(Endpoint endpoint, IAuthorizationPolicyProvider policies)
    {
        var metadata = endpoint.Metadata;
        if (metadata.GetMetadata<IAllowAnonymous>() is not null) return _plan = new AccessPlan(endpoint, AccessKind.Open, [], AdmittedTo(endpoint));

        var policy = await AuthorizationPolicy.CombineAsync(policies, metadata.GetOrderedMetadata<IAuthorizeData>(), metadata.GetOrderedMetadata<AuthorizationPolicy>());
        if (metadata.GetMetadata<IAuthorizationRequirementData>() is not null || policy?.AuthenticationSchemes.Any(s => s != BearerScheme.Name) == true) return _plan = new AccessPlan(endpoint, AccessKind.Stock, [], endpoint);
        if (policy is null) return _plan = new AccessPlan(endpoint, AccessKind.Open, [], endpoint);
        return _plan = policy.Requirements.All(PlainRequirement.IsPlain)
            ? new AccessPlan(endpoint, AccessKind.Guarded, [.. policy.Requirements], AdmittedTo(endpoint))
            : new AccessPlan(endpoint, AccessKind.Stock, [], endpoint);
    }

    // The same endpoint without the question that has been answered: what runs endpoints refuses one whose question it cannot see answered, and to
    // write the answer where it looks, in the request's items, costs more than the whole check.
    private static Endpoint AdmittedTo(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null) return endpoint;
        var metadata = new EndpointMetadataCollection(endpoint.Metadata.Where(m => m is not IAuthorizeData));
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(route.RequestDelegate!, route.RoutePattern, route.Order, metadata, route.DisplayName)
            : new Endpoint(endpoint.RequestDelegate, metadata, endpoint.DisplayName);
    }
}
