namespace Ermine.Auth;

/// <summary>One issuer of tokens with its keys.</summary>
internal sealed record TokenIssuer(IssuerSettings Settings, IssuerKeys Keys);
