using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Ermine.OpenApi.Descriptions;

/// <summary>Tells who may call an endpoint, as ASP.NET Core reads its metadata.</summary>
internal static class RestAccess
{
    public static bool IsGuarded(Endpoint endpoint) => IsGuarded([.. endpoint.Metadata]);

    public static bool IsGuarded(IList<object> metadata) =>
        !metadata.OfType<IAllowAnonymous>().Any() && metadata.Any(m => m is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData);
}
