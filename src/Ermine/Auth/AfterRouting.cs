using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ermine.Auth;

/// <summary>A builder that adds one middleware of its own right behind the routing which somebody else adds: where a <see cref="WebApplication"/> puts
/// authentication and authorization too.</summary>
internal sealed class AfterRouting(IApplicationBuilder inner, Func<RequestDelegate, RequestDelegate> middleware) : IApplicationBuilder
{
    private bool _isAdded;

    public IServiceProvider ApplicationServices
    {
        get => inner.ApplicationServices;
        set => inner.ApplicationServices = value;
    }

    public IFeatureCollection ServerFeatures => inner.ServerFeatures;

    public IDictionary<string, object?> Properties => inner.Properties;

    public IApplicationBuilder Use(Func<RequestDelegate, RequestDelegate> middlewareOfApp)
    {
        inner.Use(middlewareOfApp);
        if (_isAdded || !Properties.ContainsKey("__EndpointRouteBuilder")) return this;

        _isAdded = true;
        inner.Use(middleware);
        return this;
    }

    public IApplicationBuilder New() => inner.New();

    public RequestDelegate Build() => inner.Build();
}
