using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>A value as attributes see it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Access">The expression that has it.</param>
/// <param name="Instance">The expression of the object that it is a member of; of a parameter its own.</param>
/// <param name="Display">The expression of its name for people.</param>
/// <param name="Member">The expression of the member's name; <c>null</c> for a parameter.</param>
/// <param name="Owner">The type that it is a member of; null for a parameter.</param>
/// <param name="Locals">The locals of all members by their names, where the object is made only once they are right; else null.</param>
internal sealed record ValidatedSubject(ITypeSymbol Type, string Access, string Instance, string Display, string Member, INamedTypeSymbol? Owner, IReadOnlyDictionary<string, string>? Locals = null)
{
    /// <summary>The type without the <c>?</c> of a value type.</summary>
    public ITypeSymbol Bare => Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : Type;

    public bool IsNullableValue => !ReferenceEquals(Bare, Type);

    /// <summary>Whether there may be none.</summary>
    public bool MayBeNull => Type.IsReferenceType || IsNullableValue;
}
