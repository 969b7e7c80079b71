using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Ermine.Http.Versions;

/// <summary>Chooses, among the endpoints of one path, the one that serves the version in the request's header.</summary>
internal sealed class ApiVersionPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 100; // of those that are left when method, host and content type have been looked at

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<ApiVersions>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var wanted = httpContext.Request.Headers[ApiVersions.Header] is [{ } one] ? one : null;
        var valid = Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate).ToArray();
        var versioned = valid.Where(i => Served(candidates, i) is not null).ToArray();
        var chosen = versioned.Where(i => wanted is not null && Served(candidates, i)!.Names.Contains(wanted, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (chosen.Length == 0) chosen = [.. valid.Except(versioned)]; // a function without a version answers whoever asks for none that there is
        if (chosen.Length == 0 && versioned is [var refused, ..])
        {
            var known = versioned.SelectMany(i => Served(candidates, i)!.Names).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
            candidates.ReplaceEndpoint(refused, UnknownVersion.Endpoint(StatusCodes.Status400BadRequest, known), candidates[refused].Values);
            chosen = [refused];
        }

        foreach (var i in valid.Except(chosen)) candidates.SetValidity(i, false);
        return Task.CompletedTask;
    }

    private static ApiVersions? Served(CandidateSet candidates, int index) => candidates[index].Endpoint.Metadata.GetMetadata<ApiVersions>();
}
