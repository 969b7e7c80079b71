using System.Collections.Immutable;
using Ermine.Schedules.Expressions;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>A schedule is text, so nothing but this holds it to its grammar and to sense before the app starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScheduleTextRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoSchedule = Rule.Error("ERM701", "Text that is no schedule",
        "'{0}' has the schedule \"{1}\", which cannot be read, so the app refuses to start: {2}");

    private static readonly DiagnosticDescriptor Never = Rule.Error("ERM702", "Schedule that never fires",
        "'{0}' has the schedule \"{1}\", which never fires: {2}");

    private static readonly DiagnosticDescriptor WrongFields = Rule.Error("ERM703", "Five fields of cron for six, or six for five",
        "'{0}' has the schedule \"{1}\", which {2}; did you mean \"{3}\"?");

    private static readonly DiagnosticDescriptor TooOften = Rule.Warning("ERM703", "Five fields of cron for six, or six for five",
        "'{0}' has the schedule \"{1}\", which {2}; did you mean \"{3}\"?");

    private static readonly DateTime AnyTime = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoSchedule, Never, WrongFields, TooOften];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (DeclaredSchedule.Of(method) is not { } schedule) return;

        if (ScheduleExpression.Parse(schedule.Text, out var fault) is not { } expression)
        {
            if (MeantFields.OfUnreadable(schedule.Text) is { } meant) Report(WrongFields, schedule, meant, context);
            else context.ReportDiagnostic(Diagnostic.Create(NoSchedule, schedule.Place(fault!.Start, fault.Length, context.CancellationToken), method.Spoken(), schedule.Text, fault.Reason));
        }
        else if (expression is CronExpression cron && cron.NextLocal(AnyTime) is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Never, schedule.Place(context.CancellationToken), method.Spoken(), schedule.Text,
                "no month that it names has such a day; use L for the last day of a month, or another day"));
        }
        else if (MeantFields.OfStar(schedule.Text) is { } meant)
        {
            Report(TooOften, schedule, meant, context);
        }
    }

    private static void Report(DiagnosticDescriptor rule, DeclaredSchedule schedule, MeantFields meant, SymbolAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(
        rule, schedule.Place(context.CancellationToken), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant.Text), schedule.Method.Spoken(), schedule.Text, meant.Why, meant.Text));
}
