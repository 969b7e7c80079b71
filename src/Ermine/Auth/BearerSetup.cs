using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Ermine.Auth;

/// <summary>Has ASP.NET Core's handler of bearer tokens judge by <see cref="StrictTokenHandler"/>, where the scheme is ours.</summary>
internal sealed class BearerSetup(BearerScheme scheme, IOptions<AuthenticationOptions> schemes, StrictTokenHandler handler, TimeProvider clock) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options)
    {
        _ = schemes.Value; // which decides whose the scheme is
        if (name != BearerScheme.Name || !scheme.IsOurs) return;

        options.TimeProvider = clock;
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(handler);
    }

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);
}
