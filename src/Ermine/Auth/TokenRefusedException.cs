using Microsoft.IdentityModel.Tokens;

namespace Ermine.Auth;

/// <summary>A token is not accepted; the message names the cause, and holds nothing of the token that could be used again.</summary>
internal sealed class TokenRefusedException(string cause) : SecurityTokenValidationException(cause);
