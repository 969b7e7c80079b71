using System.Reflection;

namespace Ermine.Generator.Tests.Predicates;

/// <summary>A predicate as code and as the pattern that it becomes.</summary>
/// <param name="Text">The code.</param>
/// <param name="Pattern">The pattern; null where it was refused.</param>
/// <param name="Answers">What the code says of each event; null where it fails.</param>
internal sealed record ShopPredicate(string Text, string? Pattern, IReadOnlyList<bool?> Answers)
{
    public static bool? Ask(MethodInfo predicate, object order)
    {
        try
        {
            return (bool)predicate.Invoke(null, [order])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is NullReferenceException or ArgumentNullException or InvalidOperationException)
        {
            return null; // it looked into null, which no pattern does
        }
    }
}
