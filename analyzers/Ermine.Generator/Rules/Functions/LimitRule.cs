using System.Collections.Immutable;
using System.Globalization;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>Holds what is written in any attribute to the <c>[Limit]</c> of the property it is assigned to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LimitRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor OutOfRange = Rule.Error("ERM003", "Value is out of range",
        "{0} = {1} is outside the range that [{2}] works with; use a value from {3} to {4}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OutOfRange];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Check, SyntaxKind.AttributeArgument);
    }

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not AttributeArgumentSyntax { NameEquals.Name: var name } argument) return;
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not IPropertySymbol { ContainingType: { } attribute } property) return;
        if (property.Range() is not var (min, max)) return;
        if (context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken) is not { HasValue: true, Value: { } constant }) return;
        if (Number(constant) is not { } value || (value >= min && value <= max)) return;

        var nearest = value > max ? max : min;
        context.ReportDiagnostic(Diagnostic.Create(OutOfRange, argument.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, nearest.Spoken()),
            property.Name, value.Spoken(), attribute.SpokenAttribute(), min.Spoken(), max.Spoken()));
    }

    private static double? Number(object constant) => constant is sbyte or byte or short or ushort or int or uint or long or ulong or float or double
        ? Convert.ToDouble(constant, CultureInfo.InvariantCulture)
        : null;
}
