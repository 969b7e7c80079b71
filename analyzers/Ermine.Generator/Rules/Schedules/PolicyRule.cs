using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Ermine.Schedules.Expressions;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>What becomes of firings that overlap, or were missed, is said where it is likely to happen or to matter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PolicyRule : FunctionRule
{
    private const int Looked = 200;

    private static readonly DiagnosticDescriptor MayOverlap = Rule.Warning("ERM706", "Runs that may overlap, and nothing said about it",
        "'{0}' may run for {1} s and fires again after {2}, and then the firing is left out, which is the default; say so by Overlap = ScheduleOverlap.Skip, or choose Queue or CancelOther, or set TimeoutSeconds below");

    private static readonly DiagnosticDescriptor MayBeMissed = Rule.Advice("ERM707", "Firings that may be missed for long, and nothing said about it",
        "'{0}' fires every {1} or less often, and one that is missed while no node is there happens late, which is the default; say so by Missed = ScheduleMissed.RunOnce, or choose Skip or RunAll");

    private static readonly DateTime From = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MayOverlap, MayBeMissed];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (DeclaredSchedule.Of(method) is not { Expression: { } expression } schedule || Period(expression) is not { } period) return;

        if (!schedule.States("Overlap") && method.Attribute(Names.Function)?.Value("TimeoutSeconds") is int timeout && timeout > period.TotalSeconds)
            Report(MayOverlap, schedule, "Overlap", "ScheduleOverlap.Skip", context, method.Spoken(), timeout, Spoken(period));
        if (!schedule.States("Missed") && period > Hour)
            Report(MayBeMissed, schedule, "Missed", "ScheduleMissed.RunOnce", context, method.Spoken(), Spoken(period));
    }

    private static void Report(DiagnosticDescriptor rule, DeclaredSchedule schedule, string property, string value, SymbolAnalysisContext context, params object[] words) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, schedule.Attribute.Location(schedule.Method, context.CancellationToken),
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, property).Add(FixProperties.Value, value), words));

    // The shortest time from one to the next, as far as one looks; in UTC, so that no change of clocks shortens it.
    private static TimeSpan? Period(ScheduleExpression expression)
    {
        var times = expression.From(From, TimeZoneInfo.Utc).Take(Looked).ToList();
        return times.Count < 2 ? null : times.Skip(1).Zip(times, (later, time) => later - time).Min();
    }

    private static string Spoken(TimeSpan period) => period.TotalSeconds switch
    {
        < 120 => $"{period.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s",
        < 7_200 => $"{period.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min",
        < 172_800 => $"{period.TotalHours.ToString("0", CultureInfo.InvariantCulture)} h",
        _ => $"{period.TotalDays.ToString("0", CultureInfo.InvariantCulture)} days",
    };
}
