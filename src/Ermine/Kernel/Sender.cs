using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>On whose behalf a message was sent.</summary>
/// <param name="User">Whoever it was; nobody, who is not authenticated, where that is not known.</param>
/// <param name="Claims">What is known of them as one text: the same for two messages of one sender.</param>
/// <param name="Fault">Why it is not known, in one line; null where it is.</param>
public sealed record Sender(ClaimsPrincipal User, string Claims, string? Fault = null)
{
    /// <summary>A sender that is not known.</summary>
    public static Sender Unknown(string why) => new(Nobody(), "", why);

    /// <summary>A principal that is nobody. A new one each time, since whoever gets it may add to it.</summary>
    internal static ClaimsPrincipal Nobody() => new(new ClaimsIdentity());
}
