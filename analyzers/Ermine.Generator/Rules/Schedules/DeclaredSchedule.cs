using Ermine.Generator.Parsing;
using Ermine.Schedules.Expressions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>The schedule of a function as it is written: what it says, and where.</summary>
internal sealed class DeclaredSchedule
{
    private const string Trigger = "Ermine.ScheduleAttribute";

    private DeclaredSchedule(IMethodSymbol method, AttributeData attribute, string text) => (Method, Attribute, Text) = (method, attribute, text);

    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>The name of its zone.</summary>
    public string TimeZone => Attribute.Value("TimeZone") as string ?? "UTC";

    /// <summary>The schedule of a function; null where it has none, or leaves it to the app.</summary>
    public static DeclaredSchedule? Of(IMethodSymbol method) =>
        method.Attribute(Trigger) is { } attribute && attribute.FirstText() is { } text ? new DeclaredSchedule(method, attribute, text) : null;

    /// <summary>What it means; null where it means nothing, which a rule of its own says.</summary>
    public ScheduleExpression? Expression => ScheduleExpression.Parse(Text, out _);

    /// <summary>Where its zone is; null where this machine cannot tell.</summary>
    public TimeZoneInfo? Zone => ScheduleZones.Find(TimeZone);

    /// <summary>Whether a value stands in the attribute.</summary>
    public bool States(string property) => Attribute.NamedArguments.Any(argument => argument.Key == property);

    /// <summary>Where the expression stands.</summary>
    public Location Place(CancellationToken ct) => Attribute.LocationOfFirst(ct) ?? Attribute.Location(Method, ct);

    /// <summary>Where a part of the expression stands; the whole of it where it is no plain literal.</summary>
    public Location Place(int start, int length, CancellationToken ct) => Attribute.LocationInFirst(start, length, ct) ?? Attribute.Location(Method, ct);
}
