using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What a type is made of whose members are bound like parameters: the parameters of its constructor, or the properties that can be set.</summary>
internal static class MemberSlots
{
    /// <summary>The slots with the properties that they set; null, where nothing says how to make the type.</summary>
    public static IReadOnlyList<(Slot Slot, string Member)>? Of(ITypeSymbol type, Func<string, string> local, bool isForm)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named || named.GetMembers().Any(m => m is IFieldSymbol { IsRequired: true })) return null;

        var constructors = named.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public && !IsCopy(c)).ToArray();
        var filling = constructors.Where(c => c.Parameters.Length > 0).ToArray();
        if (filling.Length > 1 || (filling.Length == 0 && constructors.Length == 0)) return null;

        // Of a record's parameters the properties are what they are.
        var taken = filling.SelectMany(c => c.Parameters).ToArray();
        return
        [
            .. taken.Select(p => (new Slot(p, p.Type, local(p.Name), ParameterBinder.Default(p), IsMember: true, isForm), "")),
            .. Settable(named).Where(s => !taken.Any(p => string.Equals(p.Name, s.Name, StringComparison.OrdinalIgnoreCase))).Select(s => (OfProperty(s, local, isForm), Symbols.Identifier(s.Name))),
        ];
    }

    private static Slot OfProperty(IPropertySymbol property, Func<string, string> local, bool isForm) =>
        new(property, property.Type, local(property.Name), ParameterBinder.IsNullable(property.Type) ? "null" : "", IsMember: true, isForm);

    private static IEnumerable<IPropertySymbol> Settable(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public } property && seen.Add(property.Name))
                    yield return property;
            }
        }
    }

    private static bool IsCopy(IMethodSymbol constructor) => constructor.Parameters is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only, constructor.ContainingType);
}
