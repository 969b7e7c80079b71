using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Turns the functions of a class into text. The first function speaks for the class, so that each class is parsed once.</summary>
internal static class ClassParser
{
    /// <summary>Parses the class of a function if the function's declaration is the one that speaks for it; null otherwise.</summary>
    public static ClassModel? Parse(IMethodSymbol method, SyntaxNode declaration, CancellationToken ct)
    {
        var type = method.ContainingType;
        if (!SpeaksFor(type, declaration) || !HasName(type) || !GeneratedName.IsFirst(type)) return null;

        var functions = type.GetMembers().OfType<IMethodSymbol>().Where(IsFunction).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(Overload, StringComparer.Ordinal).ToArray();
        var parsed = functions.Select(f => (Method: f, Parsed: FunctionParser.Parse(f, ct))).ToArray();
        var (models, validation) = ValidationParser.Parse(type, [.. parsed.Where(p => p.Parsed.Model is not null).Select(p => (p.Method, p.Parsed.Model!)).OrderBy(p => p.Item2.Id, StringComparer.Ordinal)]);
        var omitted = parsed.SelectMany(p => p.Parsed.Faults.Select(f => new OmittedModel($"{TypeText.Name(type)}.{p.Method.Name}", f.Rule, f.Message))).ToArray();
        if (models.Length == 0 && omitted.Length == 0) return null;

        return new ClassModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : TypeText.Name(type.ContainingNamespace), Symbols.Identifier(GeneratedName.Of(type)), GeneratedName.HintOf(type), TypeText.Name(type), type.Text(), DisposalOf(type),
            models.Any(m => !m.IsStatic) ? ConstructorParser.Parameters(type) : default,
            ContractParser.SentBy(type, functions).ToEquatableArray(), ContractParser.Described(type, functions).ToEquatableArray(), models.ToEquatableArray(), omitted.ToEquatableArray(), validation);
    }

    public static bool IsFunction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } && method.Attribute(Names.Function) is not null;

    // By the place of the attribute and not by the symbol: a partial method has two symbols, and while one types, both may bear it.
    private static bool SpeaksFor(INamedTypeSymbol type, SyntaxNode declaration)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } || member.Attribute(Names.Function) is not { } function) continue;
            return function.ApplicationSyntaxReference is { } place && place.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(place.Span);
        }

        return false;
    }

    // Half-typed code may stand in no class, or in one whose name is still to come.
    private static bool HasName(INamedTypeSymbol type) =>
        type is { IsImplicitClass: false, IsExtension: false, Name.Length: > 0 } && (type.ContainingType is null || HasName(type.ContainingType));

    // Only overloads need their parameters to be put in order, whatever file they stand in.
    private static string Overload(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).Length == 1 ? "" : method.ToDisplayString();

    private static Disposal DisposalOf(INamedTypeSymbol type) =>
        type.Implements("System.IAsyncDisposable") ? Disposal.Async : type.Implements("System.IDisposable") ? Disposal.Sync : Disposal.None;
}
