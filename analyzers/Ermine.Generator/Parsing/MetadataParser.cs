using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads the other attributes of a function, then those of its class: what is not Ermine's own and not the compiler's is kept for
/// whoever reads it, as endpoint metadata is.</summary>
internal static class MetadataParser
{
    private const string Guard = "Microsoft.AspNetCore.Authorization.IAuthorizeData";

    /// <summary>New-expressions of the attributes. One that generated code cannot write is left off, unless it may say who is allowed to
    /// call the function: dropping that in silence would open the door to everybody, so it is a fault.</summary>
    public static List<string> Parse(IMethodSymbol method, List<Fault> faults)
    {
        var texts = new List<string>();
        foreach (var attribute in Of(method))
        {
            var isWhole = ContractParser.IsWhole(attribute);
            if (isWhole && AttributeText.IsReachable(attribute, method.ContainingAssembly)) texts.Add(AttributeText.New(attribute));
            else if (attribute.AttributeClass is IErrorTypeSymbol unknown) faults.Add(Fault.Unfinished(method, unknown.Name));
            else if (attribute.AttributeClass!.Implements(Guard)) faults.Add(isWhole ? Hidden(method, attribute) : Fault.Unfinished(method, attribute.AttributeClass!.Name));
        }

        return texts;
    }

    /// <summary>The attributes themselves.</summary>
    public static IEnumerable<AttributeData> Of(IMethodSymbol method) => OfMethod(method).Concat(OfClass(method.ContainingType));

    private static Fault Hidden(IMethodSymbol method, AttributeData guard) => new("ERM001",
        $"'{method.Name}' is guarded by '{guard.AttributeClass!.Name}', which generated code cannot write, so everybody could call it; make the attribute and what it is given public or internal", method, guard);

    private static IEnumerable<AttributeData> OfMethod(IMethodSymbol method)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var declaring = method; declaring is not null; declaring = declaring.OverriddenMethod)
        {
            foreach (var attribute in Of(declaring, seen, isInherited: !ReferenceEquals(declaring, method))) yield return attribute;
        }
    }

    private static IEnumerable<AttributeData> OfClass(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var attribute in Of(declaring, seen, isInherited: !ReferenceEquals(declaring, type))) yield return attribute;
        }
    }

    // As reflection has it: what derives inherits, but its own attribute takes the place of one of which there may be only one.
    private static List<AttributeData> Of(ISymbol symbol, HashSet<ISymbol> seen, bool isInherited)
    {
        var kept = new List<AttributeData>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && !IsOwn(type) && !IsOfTheCompiler(type.ContainingNamespace) && (!isInherited || IsPassedOn(type, isReplaced: seen.Contains(type)))) kept.Add(attribute);
        }

        seen.UnionWith(kept.Select(a => a.AttributeClass!));
        return kept;
    }

    private static bool IsPassedOn(INamedTypeSymbol attribute, bool isReplaced)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Attribute("System.AttributeUsageAttribute") is not { } usage) continue;
            return !Says(usage, "Inherited", false) && (!isReplaced || Says(usage, "AllowMultiple", true));
        }

        return !isReplaced;
    }

    private static bool Says(AttributeData usage, string property, bool value) => usage.NamedArguments.Any(a => a.Key == property && a.Value.Value is bool said && said == value);

    private static bool IsOwn(INamedTypeSymbol attribute) => attribute.Is(Names.Function) || attribute.Is(Names.FormerId) || attribute.Is(Names.EventExample) || attribute.Inherits(Names.Trigger);

    // System itself, System.Reflection, and all below System.Runtime and System.Diagnostics.
    private static bool IsOfTheCompiler(INamespaceSymbol? space)
    {
        var (inner, isDirect) = ("", true);
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }) return inner is "" or "Runtime" or "Diagnostics" || (inner == "Reflection" && isDirect);
            isDirect = inner.Length == 0;
            inner = space.Name;
        }

        return false;
    }
}
