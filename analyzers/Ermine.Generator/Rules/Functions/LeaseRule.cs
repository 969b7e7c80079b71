using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A lease that nothing renews must outlast the function: any trigger with <c>LeaseSeconds</c> and <c>Heartbeat</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LeaseRule : FunctionRule
{
    private static readonly DiagnosticDescriptor LeaseEndsFirst = Rule.Error("ERM007", "Lease ends before the function may",
        "'{0}' may run for {1} s but leases its messages for {2} s and sends no heartbeat, so a slow run is delivered again while it runs and its own result is refused; {3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LeaseEndsFirst];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(Names.Function)?.Value("TimeoutSeconds") is not int timeout) return;

        foreach (var trigger in method.GetAttributes().Where(a => a.AttributeClass.Inherits(Names.Trigger)))
        {
            if (trigger.Value("Heartbeat") is not false || trigger.Value("LeaseSeconds") is not int lease || timeout < lease) continue;

            var enough = timeout + 1;
            var possible = trigger.Property("LeaseSeconds")?.Range() is not var (_, max) || enough <= max;
            context.ReportDiagnostic(Diagnostic.Create(LeaseEndsFirst,
                trigger.LocationOf("LeaseSeconds", context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
                possible ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, enough.ToString(CultureInfo.InvariantCulture)) : null,
                method.Spoken(), timeout, lease,
                possible ? $"set LeaseSeconds to at least {enough}, or leave Heartbeat on" : $"set TimeoutSeconds below {lease}, or leave Heartbeat on"));
        }
    }
}
