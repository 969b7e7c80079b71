using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Auth;

/// <summary>Remembers what <c>MapErmine()</c> was called on.</summary>
internal sealed class MappedApp
{
    /// <summary>The app; null where its functions are mapped to something else, such as a group of routes.</summary>
    public WebApplication? App { get; private set; }

    public void Remember(IEndpointRouteBuilder app) => App = app as WebApplication;
}
