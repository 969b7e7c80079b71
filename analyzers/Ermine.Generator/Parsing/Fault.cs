using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Why a method cannot be a function. The generator records it, a rule reports it where it stands.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Message">What is wrong, why it matters here, what to do.</param>
/// <param name="Place">The symbol to which it belongs: the method or one of its parameters.</param>
/// <param name="Attribute">The attribute in which it stands, if it stands in one.</param>
/// <param name="Subject">The name that it is about, where neither place nor attribute says so: a route parameter's.</param>
internal sealed record Fault(string Rule, string Message, ISymbol Place, AttributeData? Attribute = null, string? Subject = null);
