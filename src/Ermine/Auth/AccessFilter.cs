using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Auth;

/// <summary>Puts <see cref="AccessMiddleware"/> in the place of the middlewares that a <see cref="WebApplication"/> adds by itself, where its author has
/// neither placed them nor replaced anything that takes part in them.</summary>
internal sealed class AccessFilter(MappedApp mapped, StockAuthorization stock, TokenCache cache) : IStartupFilter
{
    // What a WebApplication looks for before it adds its own; set also by UseAuthentication(), UseAuthorization() and UseRouting().
    private static readonly string[] Placed = ["__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet", "__EndpointRouteBuilder"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
    {
        if (mapped.App is not IApplicationBuilder app || Placed.Any(app.Properties.ContainsKey) || !stock.IsUnchanged())
        {
            next(builder);
            return;
        }

        app.Properties[Placed[0]] = app.Properties[Placed[1]] = true;
        next(new AfterRouting(builder, following => Middleware(builder, following)));
    };

    private RequestDelegate Middleware(IApplicationBuilder builder, RequestDelegate following)
    {
        var branch = builder.New();
        branch.UseAuthentication();
        branch.UseAuthorization();
        branch.Run(following);
        return new AccessMiddleware(following, branch.Build(), cache, builder.ApplicationServices.GetRequiredService<IAuthorizationPolicyProvider>()).InvokeAsync;
    }
}
