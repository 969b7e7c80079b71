using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Parsing;

/// <summary>Binds the parameters of a function behind a trigger of one shape.</summary>
internal abstract class ParameterBinder
{
    /// <summary>The bound parameters; what cannot be bound is added to the faults.</summary>
    public virtual IReadOnlyList<ParameterModel> Bind(IMethodSymbol method, List<Fault> faults) =>
        [.. method.Parameters.Select(p => Common(p) ?? Own(p, method, faults)).OfType<ParameterModel>()];

    /// <summary>The type of the payload, if the shape has one.</summary>
    public virtual ITypeSymbol? Payload(IMethodSymbol method) => null;

    /// <summary>A parameter that is resolved from the services.</summary>
    public static ParameterModel Service(IParameterSymbol parameter)
    {
        var key = parameter.Attribute(Names.FromKeyedServices)?.ConstructorArguments is [var given, ..] ? AttributeText.Constant(given) : "";
        var fallback = parameter.HasExplicitDefaultValue || parameter.Type.NullableAnnotation == NullableAnnotation.Annotated ? Default(parameter) : "";
        return new ParameterModel(Name(parameter), parameter.Type.Text(), key.Length > 0 ? ValueSource.KeyedService : ValueSource.Service, key, Default: fallback);
    }

    /// <summary>Whether services are of such a type: interfaces, abstract classes and delegates.</summary>
    protected static bool IsServiceType(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Interface or TypeKind.Delegate || (type is { TypeKind: TypeKind.Class, IsAbstract: true });

    protected static string Name(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None || parameter.Name == "await" ? $"@{parameter.Name}" : parameter.Name;

    protected static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value) return "default";
        var text = AttributeText.Primitive(value);
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : parameter.Type;
        return type.TypeKind == TypeKind.Enum ? $"({type.Text()})({text})" : text;
    }

    /// <summary>A parameter that only this shape knows; null, with a fault, where it can be nothing.</summary>
    protected abstract ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults);

    private static ParameterModel? Common(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None ? null
        : parameter.Type.Is("System.Threading.CancellationToken") ? new ParameterModel(Name(parameter), "", ValueSource.Cancellation)
        : parameter.Type.Is(Names.Invocation) ? new ParameterModel(Name(parameter), "", ValueSource.Invocation)
        : parameter.Attribute(Names.FromServices) is not null || parameter.Attribute(Names.FromKeyedServices) is not null ? Service(parameter)
        : null;
}
