using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What the functions of one class share, read when first asked for and once.</summary>
internal sealed class FunctionClass(INamedTypeSymbol type)
{
    private readonly Dictionary<ITypeSymbol, string?> _contracts = new(SymbolEqualityComparer.Default);
    private IMethodSymbol? _constructor;
    private string? _making;
    private bool _isConstructorRead;
    private bool _isMakingRead;
    private string[]? _metadata;

    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The constructor through which instances are made; null where there is none or more than one that generated code can call.</summary>
    public IMethodSymbol? Constructor
    {
        get
        {
            if (!_isConstructorRead) (_constructor, _isConstructorRead) = (Find(), true);
            return _constructor;
        }
    }

    /// <summary>What keeps generated code from making an instance; null where nothing does.</summary>
    public string? Making
    {
        get
        {
            if (!_isMakingRead) (_making, _isMakingRead) = (MakingFault(), true);
            return _making;
        }
    }

    /// <summary>New-expressions of the attributes of the class and of those that it inherits.</summary>
    public IReadOnlyList<string> Metadata => _metadata ??= [.. AttributeText.Metadata(Type.GetAttributes(), Type.ContainingAssembly), .. AttributeText.Metadata(Inherited(), Type.ContainingAssembly)];

    /// <summary>The constructor's parameters.</summary>
    public EquatableArray<ParameterModel> Services => Constructor is { } constructor ? constructor.Parameters.Select(ParameterBinder.Service).ToEquatableArray() : default;

    /// <summary>The new-expression of a payload's contract; null where it has none.</summary>
    public string? ContractOf(ITypeSymbol payload)
    {
        if (!_contracts.TryGetValue(payload, out var contract)) _contracts[payload] = contract = ContractParser.Of(payload);
        return contract;
    }

    private IMethodSymbol? Find()
    {
        IMethodSymbol? found = null;
        foreach (var constructor in Type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || IsCopy(constructor)) continue;
            if (found is not null) return null;
            found = constructor;
        }

        return found;
    }

    private bool IsCopy(IMethodSymbol constructor) => Type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, Type);

    private string? MakingFault() =>
        Type.TypeKind == TypeKind.Interface ? null
        : Type.IsAbstract ? $"needs an instance of the abstract class '{Type.Name}'; make the method static, or the class not abstract"
        : Constructor is not { } constructor ? $"needs an instance of '{Type.Name}', which has no or more than one public constructor; leave it one, whose parameters are services"
        : Required(constructor) is { } required ? $"needs an instance of '{Type.Name}', whose member '{required}' is required, and nothing says its value; take it in the constructor"
        : null;

    // A constructor that says it sets them is believed.
    private string? Required(IMethodSymbol constructor)
    {
        for (var declaring = Type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                    return constructor.Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is null ? member.Name : null;
            }
        }

        return null;
    }

    private IEnumerable<AttributeData> Inherited()
    {
        for (var parent = Type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            foreach (var attribute in parent.GetAttributes())
            {
                if (AttributeText.IsInherited(attribute)) yield return attribute;
            }
        }
    }
}
