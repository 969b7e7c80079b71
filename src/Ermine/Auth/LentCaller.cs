using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Ermine.Auth;

/// <summary>The caller of one request, made when somebody first asks for it, of claims that are shared: a function may add to the caller or take from
/// it, and the next request with the same token sees nothing of that.</summary>
internal sealed class LentCaller(ValidToken token) : IHttpAuthenticationFeature
{
    private ClaimsPrincipal? _user;

    public ClaimsPrincipal? User
    {
        get => Volatile.Read(ref _user) ?? Copy();
        set => _user = value;
    }

    // Two threads of one request get the same copy.
    private ClaimsPrincipal Copy()
    {
        var copy = new ClaimsPrincipal(token.Copy());
        return Interlocked.CompareExchange(ref _user, copy, null) ?? copy;
    }
}
