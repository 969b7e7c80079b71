using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Turns the functions of a class into text. The first function speaks for the class, so that each class is parsed once.</summary>
internal static class ClassParser
{
    public static ClassModel? Parse(IMethodSymbol method, CancellationToken ct)
    {
        var type = method.ContainingType;
        if (!SymbolEqualityComparer.Default.Equals(First(type), method.PartialDefinitionPart ?? method) || !GeneratedName.IsFirst(type)) return null;

        var functions = type.GetMembers().OfType<IMethodSymbol>().Where(IsFunction).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(Overload, StringComparer.Ordinal).ToArray();
        var parsed = functions.Select(f => (Method: f, Parsed: FunctionParser.Parse(f, ct))).ToArray();
        var models = parsed.Select(p => p.Parsed.Model).OfType<FunctionModel>().OrderBy(m => m.Id, StringComparer.Ordinal).ToArray();
        var omitted = parsed.SelectMany(p => p.Parsed.Faults.Take(1).Select(f => new OmittedModel($"{type.ToDisplayString()}.{p.Method.Name}", f.Rule, f.Message))).ToArray();
        if (models.Length == 0 && omitted.Length == 0) return null;

        return new ClassModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(), Symbols.Identifier(GeneratedName.Of(type)), GeneratedName.HintOf(type), type.ToDisplayString(), type.Text(), DisposalOf(type),
            models.Any(m => !m.IsStatic) ? ConstructorParser.Parameters(type) : default,
            ContractParser.SentBy(type, functions).ToEquatableArray(), models.ToEquatableArray(), omitted.ToEquatableArray());
    }

    public static bool IsFunction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } && method.Attribute(Names.Function) is not null;

    private static IMethodSymbol? First(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && IsFunction(method)) return method;
        }

        return null;
    }

    // Only overloads need their parameters to be put in order, whatever file they stand in.
    private static string Overload(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).Length == 1 ? "" : method.ToDisplayString();

    private static Disposal DisposalOf(INamedTypeSymbol type) =>
        type.Implements("System.IAsyncDisposable") ? Disposal.Async : type.Implements("System.IDisposable") ? Disposal.Sync : Disposal.None;
}
