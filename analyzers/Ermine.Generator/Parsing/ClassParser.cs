using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Turns the functions of a class into text. The first function speaks for the class, so that each class is parsed once.</summary>
internal static class ClassParser
{
    public static ClassModel? Parse(IMethodSymbol method, CancellationToken ct)
    {
        var symbol = method.ContainingType;
        if (!SymbolEqualityComparer.Default.Equals(First(symbol), method.PartialDefinitionPart ?? method) || !GeneratedName.IsFirst(symbol)) return null;

        var type = new FunctionClass(symbol);
        var functions = symbol.GetMembers().OfType<IMethodSymbol>().Where(IsFunction).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(Overload, StringComparer.Ordinal).ToArray();
        var models = new List<FunctionModel>(functions.Length);
        var omitted = new List<OmittedModel>();
        foreach (var function in functions)
        {
            var parsed = FunctionParser.Parse(function, type, ct);
            if (parsed.Model is not null) models.Add(parsed.Model);
            else if (parsed.Faults is [var fault, ..]) omitted.Add(new OmittedModel($"{TypeText.Name(symbol)}.{function.Name}", fault.Rule, fault.Message));
        }

        if (models.Count == 0 && omitted.Count == 0) return null;

        return new ClassModel(
            symbol.ContainingNamespace.IsGlobalNamespace ? "" : TypeText.Name(symbol.ContainingNamespace), Symbols.Identifier(GeneratedName.Of(symbol)), GeneratedName.HintOf(symbol), TypeText.Name(symbol), symbol.Text(), DisposalOf(symbol),
            models.Any(m => !m.IsStatic) ? type.Services : default,
            ContractParser.SentBy(type, functions).ToEquatableArray(), models.OrderBy(m => m.Id, StringComparer.Ordinal).ToEquatableArray(), omitted.ToEquatableArray());
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
