using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Ermine.Webhooks.Receiving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Webhooks;

/// <summary>A scheme that is known by name says all by itself; the generic one says nothing, and takes it from the attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SchemeRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Incomplete = Rule.Error("ERM322", "Generic webhook whose settings do not go together",
        "'{0}' has a webhook '{1}' of the generic scheme, and {2} {3}, so the app refuses to start; write what the sender's documentation says");

    private static readonly DiagnosticDescriptor Ignored = Rule.Warning("ERM323", "Setting that the webhook's scheme ignores",
        "'{0}' has a webhook '{1}' of the scheme {2}, which knows for itself how its sender signs, so {3} changes nothing; remove it, or set Scheme = WebhookScheme.Generic");

    // Those that say how a signature is made.
    private static readonly HashSet<string> OfGeneric = new(StringComparer.Ordinal) { "SignatureHeader", "SignedContent", "Hash", "Encoding", "Prefix", "TimestampHeader", "Timestamp", "IdHeader", "IdPath" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Incomplete, Ignored];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(WebhookIndex.Trigger) is not { } webhook || !ContractParser.IsWhole(webhook) || webhook.FirstText() is not { } name || SchemeOf(webhook) is not { } scheme) return;

        if (scheme == "Generic")
        {
            if (GenericFault.Of(Text("SignatureHeader"), Text("SignedContent") ?? "", Text("TimestampHeader"), Text("IdHeader"), Text("IdPath")) is not var (setting, fault)) return;
            context.ReportDiagnostic(Diagnostic.Create(Incomplete, webhook.LocationOf(setting, context.CancellationToken) ?? webhook.Location(method, context.CancellationToken), method.Spoken(), name, setting, fault));
            return;
        }

        foreach (var setting in webhook.NamedArguments.Select(a => a.Key).Where(OfGeneric.Contains))
        {
            if (webhook.LocationOf(setting, context.CancellationToken) is { } place)
                context.ReportDiagnostic(Diagnostic.Create(Ignored, place, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, setting), method.Spoken(), name, scheme, setting));
        }

        string? Text(string setting) => webhook.Value(setting) as string;
    }

    // The name of the member; null for a number that is none.
    private static string? SchemeOf(AttributeData webhook)
    {
        var stated = webhook.NamedArguments.FirstOrDefault(a => a.Key == "Scheme").Value;
        if (stated.Type is null) return "StandardWebhooks";
        return stated.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, stated.Value))?.Name;
    }
}
