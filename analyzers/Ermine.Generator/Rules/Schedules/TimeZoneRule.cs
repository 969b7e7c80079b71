using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Schedules.Expressions;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>A zone has the name that IANA gave it. A machine without such names says nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TimeZoneRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoZone = Rule.Error("ERM704", "Unknown time zone",
        "'{0}' has TimeZone = \"{1}\", and there is no zone of that name, so the app refuses to start; {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoZone];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.ScheduleAttribute") is not { } trigger || trigger.Value("TimeZone") is not string name) return;
        if (ScheduleZones.Find(name) is not null || !ScheduleZones.AreKnown) return;

        var meant = Meant(name);
        context.ReportDiagnostic(Diagnostic.Create(NoZone,
            trigger.LocationOf("TimeZone", context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant),
            method.Spoken(), name, meant is null ? "write its IANA name, such as Europe/Berlin" : $"did you mean \"{meant}\"?"));
    }

    // Also what stands behind the last slash alone: Berlin, berlin.
    private static string? Meant(string name)
    {
        var all = ScheduleZones.All.ToList();
        var place = name.Substring(name.LastIndexOf('/') + 1).Trim().Replace(' ', '_');
        return all.Where(zone => zone.EndsWith("/" + place, StringComparison.OrdinalIgnoreCase)).OrderBy(zone => zone.Length).ThenBy(zone => zone, StringComparer.Ordinal).FirstOrDefault() ?? NearestName.Of(name, all);
    }
}
