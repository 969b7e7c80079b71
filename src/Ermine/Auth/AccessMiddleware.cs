using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Ermine.Auth;

/// <summary>Lets pass, at next to no cost, who calls an open function without a token, or a guarded one with a token that was found good a short
/// while ago and that meets the function's requirements. All else, and every refusal, is ASP.NET Core's business, unchanged.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, RequestDelegate stock, TokenCache cache, IAuthorizationPolicyProvider policies)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<EndpointAccess>() is not { } access) return stock(context);
        return access.PlanOf(endpoint) is { } plan ? JudgeAsync(context, plan) : PlanAndJudgeAsync(context, access, endpoint);
    }

    private async Task PlanAndJudgeAsync(HttpContext context, EndpointAccess access, Endpoint endpoint) => await JudgeAsync(context, await access.PlanAsync(endpoint, policies));

    private Task JudgeAsync(HttpContext context, AccessPlan plan)
    {
        if (plan.Kind == AccessKind.Stock) return stock(context);

        var header = context.Request.Headers.Authorization;
        if (plan.Kind == AccessKind.Open && header.Count == 0) return GoOn(context, plan);
        if (header.Count != 1 || Find(header[0]) is not { } token || !plan.Admits(token)) return stock(context);

        context.Features.Set<IHttpAuthenticationFeature>(new LentCaller(token));
        return GoOn(context, plan);
    }

    private Task GoOn(HttpContext context, AccessPlan plan)
    {
        if (!ReferenceEquals(plan.Admitted, plan.Endpoint)) context.SetEndpoint(plan.Admitted);
        return next(context);
    }

    private ValidToken? Find(string? header) =>
        header is not null && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? cache.Find(header.AsSpan(Bearer.Length).Trim()) : null;
}
