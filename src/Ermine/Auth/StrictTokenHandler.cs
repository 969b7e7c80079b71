using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Auth;

/// <summary>Judges tokens for ASP.NET Core's own handler of bearer tokens, and says in one line of the log why it refused one.</summary>
internal sealed class StrictTokenHandler(TokenValidator validator, ILogger<StrictTokenHandler> log) : TokenHandler
{
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        try
        {
            var (read, valid) = await validator.ValidateAsync(token, CancellationToken.None); // keys that one caller waits for are for all
            return new TokenValidationResult { IsValid = true, SecurityToken = read, ClaimsIdentity = valid.Copy() };
        }
        catch (TokenRefusedException e)
        {
            AuthLog.Refused(log, e.Message);
            return new TokenValidationResult { IsValid = false, Exception = e };
        }
    }
}
