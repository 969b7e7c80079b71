using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Functions;

/// <summary>Whether the signature of a function is its own to change: no base class, interface or other part of the method has it too.</summary>
internal static class Signature
{
    public static bool IsFree(IMethodSymbol method) => method is { IsOverride: false, IsVirtual: false, PartialImplementationPart: null, PartialDefinitionPart: null }
        && !method.ContainingType.AllInterfaces.Any(i => i.GetMembers(method.Name).Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)));

    /// <summary>Tells a fix that it may make the function async, where it is not.</summary>
    public static ImmutableDictionary<string, string?> Hints(IMethodSymbol method) => IsFree(method) && ReturnsAtOnce(method)
        ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.CanBeAsync, "")
        : ImmutableDictionary<string, string?>.Empty;

    // What returns a task without being async has return statements of its own, and a sequence is made elsewhere.
    private static bool ReturnsAtOnce(IMethodSymbol method) => method is { IsAsync: false, RefKind: RefKind.None, ReturnType: not IErrorTypeSymbol }
        && !ReturnParser.IsTask(method.ReturnType) && !method.ReturnType.Is("System.Collections.Generic.IEnumerable`1") && !method.ReturnType.Is("System.Collections.Generic.IAsyncEnumerable`1");
}
