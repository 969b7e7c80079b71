using Ermine.Schedules.Expressions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>How a trigger is told to people: as it was written, and a schedule in words too, which no day makes other words of.</summary>
internal static class TriggerLabel
{
    public static string Of(AttributeData trigger)
    {
        var label = AttributeText.Label(trigger);
        if (!trigger.AttributeClass.Is("Ermine.ScheduleAttribute") || trigger.ConstructorArguments.Length == 0 || trigger.ConstructorArguments[0].Value is not string text) return label;
        return ScheduleExpression.Parse(text, out _) is CronExpression cron && cron.Words() is { } words ? $"{label}: {words}" : label; // words of ours alone: a text may hold the end of a line
    }
}
