using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Ermine.Webhooks.Receiving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Webhooks;

/// <summary>A webhook's name is the address that its sender is given: it must be one, and one function's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WebhookNameRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Twice = Rule.Error("ERM320", "Two functions of one webhook",
        "'{0}' and '{1}' both have the webhook '{2}', and what is posted to /webhooks/{2} can run one of them, so the app refuses to start; give one of them another name");

    private static readonly DiagnosticDescriptor NoName = Rule.Error("ERM321", "Webhook whose name cannot be one",
        "The webhook of '{0}' has a name that cannot be one, so the app refuses to start: '{1}' {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Twice, NoName];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(WebhookIndex.Trigger) is not { } webhook || webhook.FirstText() is not { } name) return;

        var place = webhook.LocationOfFirst(context.CancellationToken) ?? webhook.Location(method, context.CancellationToken);
        if (WebhookName.Fault(name) is { } fault)
        {
            context.ReportDiagnostic(Diagnostic.Create(NoName, place, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, Meant(name)), method.Spoken(), name, fault));
            return;
        }

        if (WebhookIndex.Of(index).Names[name].FirstOrDefault(m => !SymbolEqualityComparer.Default.Equals(m, method)) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(Twice, place, [other.Place()], null, method.Spoken(), other.Spoken(), name));
    }

    private static string? Meant(string name)
    {
        var meant = new string([.. name.Trim().Trim('/').ToLowerInvariant().Select(c => c is ' ' or '.' or '/' ? '-' : c)]);
        return WebhookName.Fault(meant) is null ? meant : null;
    }
}
