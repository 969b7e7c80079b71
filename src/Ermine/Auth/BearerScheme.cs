using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Ermine.Auth;

/// <summary>Adds the scheme <c>Bearer</c> for the configured issuers, unless the app has any scheme of its own: then nothing is added.</summary>
internal sealed class BearerScheme(AuthSettings settings) : IPostConfigureOptions<AuthenticationOptions>
{
    /// <summary>Its name.</summary>
    public const string Name = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>Whether it is ours, once the options have been asked for.</summary>
    public bool IsOurs { get; private set; }

    /// <inheritdoc/>
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        IsOurs = settings.Issuers.Count > 0 && !options.Schemes.Any();
        if (IsOurs) options.AddScheme<JwtBearerHandler>(Name, displayName: null);
    }
}
