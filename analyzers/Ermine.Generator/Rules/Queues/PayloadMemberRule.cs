using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>What travels through JSON, but not well: local times and bytes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PayloadMemberRule : FunctionRule
{
    private static readonly DiagnosticDescriptor LocalTime = Rule.Warning("ERM109", "Local time in a payload",
        "'{0}' is a DateTime, which is read in the time zone of whichever machine handles it, or without any; send a DateTimeOffset");

    private static readonly DiagnosticDescriptor Bytes = Rule.Warning("ERM110", "Bytes in a payload",
        "'{0}' is '{1}', which JSON carries as text of four thirds its size, and a payload has at most 256 KiB; store the bytes and send their key");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LocalTime, Bytes];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is null || QueueIndex.PayloadOf(method) is not { } payload) return;
        if (payload.Type.Attribute(QueueIndex.Contract) is not null) return; // said at the type, here or where it is compiled

        Report(payload.Type, payload.Parameter.Place(), context);
    }

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (type.Attribute(QueueIndex.Contract) is not null) Report(type, type.Place(), context);
    }

    private static void Report(ITypeSymbol payload, Location place, SymbolAnalysisContext context)
    {
        foreach (var member in PayloadMember.Of(payload))
        {
            var inSource = member.First.Locations.FirstOrDefault(l => l.IsInSource);
            if (member.Type.SpecialType == SpecialType.System_DateTime)
            {
                context.ReportDiagnostic(Diagnostic.Create(LocalTime, inSource ?? place,
                    member.IsOwn ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Type, "DateTimeOffset") : null, member.Path));
            }

            if (PayloadMember.IsBytes(member.Type)) context.ReportDiagnostic(Diagnostic.Create(Bytes, inSource ?? place, member.Path, member.Type.Spoken()));
        }
    }
}
