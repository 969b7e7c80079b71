using System.Collections.Immutable;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Auth;

/// <summary>An attribute that says who may call something is heard.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleAccessRule : FunctionRule
{
    private const string Title = "Attribute of authorization without effect";
    private const string Guard = "Microsoft.AspNetCore.Authorization.IAuthorizeData";
    private const string Open = "Microsoft.AspNetCore.Authorization.IAllowAnonymous";

    private static readonly DiagnosticDescriptor Overruled = Rule.Warning("ERM516", Title,
        "[{0}] on '{1}' has no effect, since [{2}] on the {3} lets everyone in; take that off");

    private static readonly DiagnosticDescriptor NobodyCalls = Rule.Warning("ERM516", Title,
        "[{0}] on '{1}' has no effect, since no caller reaches it over HTTP and nothing guards it; take it off");

    private static readonly DiagnosticDescriptor NoFunction = Rule.Warning("ERM516", Title,
        "[{0}] on '{1}' has no effect, since the method is no function and is called by code only; mark it [Function], or take the attribute off");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Overruled, NobodyCalls, NoFunction];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var own = method.GetAttributes();
        var openings = Those(own, Open).ToList();
        var opening = openings.FirstOrDefault() ?? OfClass(method.ContainingType, Open).FirstOrDefault();
        foreach (var guard in Those(own, Guard).Where(_ => opening is not null))
            Report(guard, Overruled, openings.Count > 0 ? opening : null, guard.AttributeClass!.SpokenAttribute(), method.Spoken(), opening!.AttributeClass!.SpokenAttribute(), openings.Count > 0 ? "method" : "class");

        if (openings.Count == 0 || IsCalledOverHttp(method) || Those(own, Guard).Concat(OfClass(method.ContainingType, Guard)).Any()) return;

        foreach (var idle in openings) Report(idle, NobodyCalls, idle, idle.AttributeClass!.SpokenAttribute(), method.Spoken());

        void Report(AttributeData at, DiagnosticDescriptor rule, AttributeData? removable, params object[] words) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, at.Location(method, context.CancellationToken), Removal(removable), words));
    }

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().ToList();
        if (!methods.Exists(ClassParser.IsFunction)) return;

        foreach (var method in methods.Where(m => m is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null, IsVirtual: false, IsAbstract: false, IsOverride: false } && !ClassParser.IsFunction(m)))
        {
            var attributes = method.GetAttributes();
            if (attributes.Any(a => a.AttributeClass is IErrorTypeSymbol || $"{a.AttributeClass?.ContainingNamespace}".StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))) continue; // half typed, or an action

            foreach (var idle in Those(attributes, Guard).Concat(Those(attributes, Open)))
                context.ReportDiagnostic(Diagnostic.Create(NoFunction, idle.Location(method, context.CancellationToken), Removal(idle), idle.AttributeClass!.SpokenAttribute(), method.Spoken()));
        }
    }

    private static IEnumerable<AttributeData> Those(IEnumerable<AttributeData> attributes, string kind) => attributes.Where(a => a.AttributeClass?.Implements(kind) == true);

    private static IEnumerable<AttributeData> OfClass(INamedTypeSymbol? type, string kind)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var attribute in Those(type.GetAttributes(), kind)) yield return attribute;
        }
    }

    // What has no trigger is called by name, over HTTP too.
    private static bool IsCalledOverHttp(IMethodSymbol method)
    {
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        return triggers.Count == 0 || triggers.Exists(t => FunctionParser.ShapeOf(t.AttributeClass!) is InputShape.Http or InputShape.Arguments);
    }

    private static ImmutableDictionary<string, string?>? Removal(AttributeData? attribute) =>
        attribute is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, attribute.AttributeClass!.SpokenAttribute());
}
