using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Who may see and change the runs of a function: whoever may call it. Which function that is, an address does not say, so that the
/// question is asked here and not by ASP.NET Core's middleware, with the same means.</summary>
internal sealed class RunAccess(IServiceProvider services)
{
    private readonly FunctionCatalog _catalog = services.GetRequiredService<FunctionCatalog>();
    private readonly bool _areServed = Operators.AreServed(services, out _);
    private readonly string? _operators = Operators.PolicyOf(services.GetRequiredService<IConfiguration>());

    /// <summary>What a caller is told who may not; null for one who may.</summary>
    public async Task<IResult?> RefusalAsync(HttpContext http, string function)
    {
        var known = _catalog.Declared.FirstOrDefault(f => f.Id == function && CallTargets.IsOnDemand(f));
        if (known?.Metadata.OfType<IAllowAnonymous>().Any() == true) return null;
        if (await PolicyAsync(http, known) is not { } policy) return _areServed ? null : NotFound();

        var evaluator = http.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var answer = await evaluator.AuthorizeAsync(policy, await evaluator.AuthenticateAsync(policy, http), http, http);
        return answer.Succeeded ? null : answer.Challenged ? TypedResults.Challenge(null, [.. policy.AuthenticationSchemes]) : TypedResults.Forbid(null, [.. policy.AuthenticationSchemes]);
    }

    /// <summary>A run that is not there, and one that is nobody's business, look the same.</summary>
    public static ProblemHttpResult NotFound() => CallProblems.Status(StatusCodes.Status404NotFound, "There is no run of this id, or none any more.");

    // A function that says nothing is the operators' business.
    private async Task<AuthorizationPolicy?> PolicyAsync(HttpContext http, FunctionDescriptor? function)
    {
        var data = function?.Metadata.OfType<IAuthorizeData>().ToArray() ?? [];
        var requirements = function?.Metadata.OfType<IAuthorizationRequirementData>().SelectMany(r => r.GetRequirements()).ToArray() ?? [];
        if (data.Length + requirements.Length == 0 && _operators is not null) data = [new AuthorizeAttribute(_operators)];
        if (data.Length + requirements.Length == 0) return null;

        return await AuthorizationPolicy.CombineAsync(http.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>(), data, requirements.Length == 0 ? [] : [new(requirements, [])]);
    }
}
