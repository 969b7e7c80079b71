using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ermine.Identity.Toy;

/// <summary>Takes a caller for whom the header says, with the roles that follow the name; nobody without it.</summary>
internal sealed class UserHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers["X-User"] is not [{ } text]) return Task.FromResult(AuthenticateResult.NoResult());

        var words = text.Split(' ');
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, words[0]), new Claim("town", "Berlin"), .. words.Skip(1).Select(role => new Claim(ClaimTypes.Role, role))], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}
