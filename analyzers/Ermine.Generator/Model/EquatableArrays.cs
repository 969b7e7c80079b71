using System.Collections.Immutable;

namespace Ermine.Generator.Model;

/// <summary>Makes arrays that compare by their items.</summary>
internal static class EquatableArrays
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) where T : IEquatable<T> => new(items.ToImmutableArray());
}
