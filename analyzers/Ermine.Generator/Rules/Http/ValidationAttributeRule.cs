using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>Validation attributes that cannot do what they say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ValidationAttributeRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Misplaced = Rule.Error("ERM410", "Validation attribute on a type that it cannot judge",
        "[{0}] is on '{1}', which is '{2}', and asks for {3}, so every value would be refused or fail the request with 500; take it off, or change the type");

    private static readonly DiagnosticDescriptor Impossible = Rule.Error("ERM411", "Range that no value is in",
        "[{0}] on '{1}' {2}, so every value would be refused or fail the request with 500; correct the limits");

    private static readonly DiagnosticDescriptor NoPattern = Rule.Error("ERM412", "Regular expression does not parse",
        "The pattern of '{0}' is no regular expression, so every request would fail with 500: {1}");

    private static readonly DiagnosticDescriptor NeverMissing = Rule.Warning("ERM413", "[Required] on a value that is never missing",
        "'{0}' is '{1}', which cannot be null, so [Required] never fails and a value that is missing is taken for {2}; make it '{1}?', or a 'required' member or constructor parameter, without which JSON is refused");

    private static readonly DiagnosticDescriptor NoOther = Rule.Error("ERM414", "[Compare] names no member",
        "[Compare] on '{0}' names '{1}', and '{2}' has no public property of that name, so every value would be refused{3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Misplaced, Impossible, NoPattern, NeverMissing, NoOther];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (FunctionIndex.Of(start.Compilation) is null) return;
            start.RegisterSymbolAction(static c => Check(c, c.Symbol, ((IPropertySymbol)c.Symbol).Type), SymbolKind.Property);
            start.RegisterSymbolAction(static c =>
            {
                foreach (var parameter in ((IMethodSymbol)c.Symbol).Parameters) Check(c, parameter, parameter.Type);
            }, SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, ISymbol bearer, ITypeSymbol type)
    {
        if (bearer.IsImplicitlyDeclared || type.TypeKind == TypeKind.Error) return;
        foreach (var attribute in bearer.GetAttributes())
        {
            if (!ContractParser.IsWhole(attribute) || !ValidationAttributes.IsStock(attribute, attribute.AttributeClass!.Name)) continue;
            if (Fault(attribute, bearer, type) is not var (descriptor, words)) continue;
            context.ReportDiagnostic(Diagnostic.Create(descriptor, attribute.Location(bearer, context.CancellationToken), words));
        }
    }

    private static (DiagnosticDescriptor Rule, object[] Words)? Fault(AttributeData attribute, ISymbol bearer, ITypeSymbol type)
    {
        var name = attribute.AttributeClass!.SpokenAttribute();
        if (ValidationLimits.Asked(attribute, type) is { } asked) return (Misplaced, [name, bearer.Name, type.Spoken(), asked]);
        if (ValidationLimits.Fault(attribute) is { } limits) return (Impossible, [name, bearer.Name, limits]);
        if (name == "RegularExpression" && ValidationLimits.PatternFault(attribute) is { } pattern) return (NoPattern, [bearer.Name, pattern]);
        if (name == "Required" && type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }) return (NeverMissing, [bearer.Name, type.Spoken(), Default(type)]);
        if (name != "Compare" || bearer is not IPropertySymbol || attribute.FirstText() is not { } other || ValidatedMembers.Find(bearer.ContainingType, other) is not null) return null;

        var meant = NearestName.Of(other, bearer.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(p => p.DeclaredAccessibility == Accessibility.Public && p.Name != bearer.Name).Select(p => p.Name));
        return (NoOther, [bearer.Name, other, bearer.ContainingType.Spoken(), meant is null ? "; name one" : $"; did you mean '{meant}'?"]);
    }

    private static string Default(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "false",
        >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
        _ => "its default",
    };
}
