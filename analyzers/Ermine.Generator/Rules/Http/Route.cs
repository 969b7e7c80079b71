using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>One <c>[Rest]</c> of a function.</summary>
internal sealed record Route(IMethodSymbol Method, AttributeData Attribute, string Text, string Shape);
