using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Auth;

/// <summary>Who may change something is said, not left open by omission.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OpenEndpointRule : FunctionRule
{
    private static readonly DiagnosticDescriptor LeftOpen = Rule.Error("ERM501", "Endpoint that changes something does not say who may call it",
        "'{0}' answers {1}, and neither [Authorize] nor [AllowAnonymous] says to whom, so it would be open to everyone by omission; add one of them to the method or to '{2}'");

    private static readonly string[] Mutating = ["POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] Decisions =
    [
        "Microsoft.AspNetCore.Authorization.IAuthorizeData",
        "Microsoft.AspNetCore.Authorization.IAllowAnonymous",
        "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LeftOpen];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var routes = method.GetAttributes().Where(a => a.AttributeClass.Is("Ermine.RestAttribute") && IsMutating(a.FirstText())).ToList();
        if (routes.Count == 0 || IsDecided(method)) return;

        context.ReportDiagnostic(Diagnostic.Create(LeftOpen, method.Place(), method.Spoken(), routes[0].FirstText()!.Trim(), method.ContainingType.Name));
    }

    private static bool IsMutating(string? route) =>
        route?.TrimStart().Split(' ')[0] is { } verb && Mutating.Contains(verb, StringComparer.OrdinalIgnoreCase);

    private static bool IsDecided(IMethodSymbol method)
    {
        if (method.GetAttributes().Any(IsDecision)) return true;
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(IsDecision)) return true;
        }

        return false;
    }

    private static bool IsDecision(AttributeData attribute) =>
        attribute.AttributeClass is { } type && type.AllInterfaces.Any(i => Decisions.Any(d => i.Is(d)));
}
