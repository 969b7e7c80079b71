using System.Security.Claims;
using Ermine.Benchmarks.Http.Rest.Shared;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

namespace WolverineRest;

/// <summary>Shows items, and callers to themselves.</summary>
public static class ShowEndpoint
{
    [WolverineGet("/items/{id}")]
    public static Item Get(int id) => new(id, "a pound of tea", 425);

    [WolverineGet("/me"), Authorize]
    public static Caller Me(ClaimsPrincipal user) => new(user.FindFirstValue("sub")!);
}
