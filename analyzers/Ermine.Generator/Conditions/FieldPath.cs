namespace Ermine.Generator.Conditions;

/// <summary>A member of an event's detail, or one within it.</summary>
/// <param name="Names">The names in JSON that lead to it, joined with dots.</param>
/// <param name="IsNullable">Whether its own type allows null.</param>
/// <param name="IsWithinNullable">Whether what it is a member of may be null, so that it may be absent.</param>
/// <param name="IsMany">Whether it is a list, of which any element may pass.</param>
internal sealed record FieldPath(string Names, bool IsNullable, bool IsWithinNullable, bool IsMany)
{
    /// <summary>The same member as it was found in two places.</summary>
    public FieldPath With(FieldPath other) => this with { IsNullable = IsNullable || other.IsNullable, IsWithinNullable = IsWithinNullable || other.IsWithinNullable };
}
