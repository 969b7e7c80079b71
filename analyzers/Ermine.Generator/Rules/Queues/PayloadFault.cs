using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A place in a payload that JSON cannot carry.</summary>
/// <param name="Member">The payload type's own member that leads there; null where the type itself is at fault.</param>
/// <param name="Path">The way there, as in <c>Vote.Proof.Stream</c>.</param>
/// <param name="Type">What is found there.</param>
/// <param name="Reason">Why it cannot be carried, and what can.</param>
internal sealed record PayloadFault(ISymbol? Member, string Path, ITypeSymbol Type, string Reason);
