using System.Collections.Immutable;
using System.Globalization;
using Ermine.Schedules.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>A time of day that clocks leave out in spring is another on that day. It looks at fixed years, so that the same code says the same on every day.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ClockChangeRule : FunctionRule
{
    private const int MostDates = 3;

    private static readonly DiagnosticDescriptor LeftOut = Rule.Advice("ERM705", "Time of day that clocks leave out",
        "'{0}' fires at a time that clocks in {1} leave out when they go forward: {2}; it fires when they go on, an hour off; choose a time outside, or UTC, if that matters");

    private static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2036, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LeftOut];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (DeclaredSchedule.Of(method) is not { Expression: CronExpression { Repeats: false } cron, Zone: { } zone } schedule) return;

        var dates = LeftOutBy(cron, zone).Take(MostDates).Select(time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).ToList();
        if (dates.Count == 0) return;

        context.ReportDiagnostic(Diagnostic.Create(LeftOut, schedule.Place(context.CancellationToken), method.Spoken(), schedule.TimeZone, string.Join(", ", dates)));
    }

    private static IEnumerable<DateTime> LeftOutBy(CronExpression cron, TimeZoneInfo zone)
    {
        var clock = new LocalTime(zone);
        for (var day = First; day < Last; day += LocalTime.Reach)
        {
            if (clock.Change(day, day + LocalTime.Reach) is not { } change) continue;
            var (before, after) = (change + clock.Offset(change.AddSeconds(-1)), change + clock.Offset(change));
            if (before < after && cron.NextLocal(DateTime.SpecifyKind(before, DateTimeKind.Unspecified)) is { } time && time < after) yield return time;
        }
    }
}
