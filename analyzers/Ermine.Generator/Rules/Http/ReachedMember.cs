using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>A member that JSON reaches from a type.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Path">How it is reached, as in <c>User.Address.Street</c>.</param>
internal sealed record ReachedMember(ISymbol Member, string Path);
