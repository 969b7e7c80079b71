using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads how code calls a function on demand.</summary>
internal static class CallParser
{
    public static CallModel Of(IMethodSymbol method, string id)
    {
        var arguments = new ArgumentBinder().Arguments(method).ToArray();
        var result = ResultOf(method);
        return new CallModel(
            id,
            method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name : $"{method.Name}Async",
            IsPublic(method) && arguments.All(a => IsPublicType(a.Type)) && (result is null || IsPublicType(result)),
            result is null ? "" : TypeText.Annotated(result),
            ReturnParser.Of(method).Kind == ReturnKind.Sequence,
            arguments.Select(a => new CallParameter(Symbols.Identifier(a.Name), TypeText.Annotated(a.Type), a.HasExplicitDefaultValue ? ParameterBinder.Default(a) : "")).ToEquatableArray(),
            method.GetDocumentationCommentId() ?? "");
    }

    /// <summary>Results that say nothing to whoever calls.</summary>
    public static IEnumerable<Fault> Faults(IMethodSymbol method)
    {
        if (ReturnParser.Of(method).Kind is ReturnKind.Result)
            yield return new Fault("ERM001", $"'{method.Name}' returns a result of ASP.NET Core, which only answers requests, and it is called on demand, from code too; return the value itself, or give it a [Rest] route", method);
    }

    /// <summary>The type of what a caller gets, of a sequence that of its items; null where there is nothing.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method) => (ReturnParser.Of(method).Kind, ReturnParser.ValueOf(method)) switch
    {
        (ReturnKind.None or ReturnKind.Outcome, _) => null,
        (ReturnKind.Sequence, INamedTypeSymbol sequence) => sequence.TypeArguments[0],
        (_, var value) => value,
    };

    private static bool IsPublic(ISymbol symbol)
    {
        for (var s = symbol; s is not (null or INamespaceSymbol); s = s.ContainingSymbol)
        {
            if (s.DeclaredAccessibility != Accessibility.Public) return false;
        }

        return true;
    }

    private static bool IsPublicType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublicType(array.ElementType),
        INamedTypeSymbol named => IsPublic(named.IsTupleType ? named.OriginalDefinition : named) && named.TypeArguments.All(IsPublicType),
        _ => true,
    };
}
