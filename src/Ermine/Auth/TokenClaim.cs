using System.Security.Claims;

namespace Ermine.Auth;

/// <summary>What a token says of one thing. It never changes, so that all requests with the token share it: an identity that takes it in makes no
/// copy, and <see cref="Claim.Subject"/> is null.</summary>
internal sealed class TokenClaim(Claim claim) : Claim(claim, subject: null)
{
    public override Claim Clone(ClaimsIdentity? identity) => this;
}
