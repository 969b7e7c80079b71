using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds the parameters of a function behind a trigger of one shape.</summary>
internal abstract class ParameterBinder
{
    /// <summary>The bound parameters; what cannot be bound is added to the faults.</summary>
    public virtual IReadOnlyList<ParameterModel> Bind(IMethodSymbol method, List<Fault> faults) =>
        [.. method.Parameters.Select(p => Common(p) ?? Own(p, method, faults)).OfType<ParameterModel>()];

    /// <summary>The type of the payload, if the shape has one.</summary>
    public virtual ITypeSymbol? Payload(IMethodSymbol method) => null;

    /// <summary>What the invocation carries, by its full name; null where the shape does not say.</summary>
    protected virtual string? Input => null;

    /// <summary>A parameter that is resolved from the services.</summary>
    public static ParameterModel Service(IParameterSymbol parameter) => Service(parameter, parameter.Type, Name(parameter), Default(parameter));

    /// <summary>A parameter or a member that is resolved from the services.</summary>
    protected static ParameterModel Service(ISymbol symbol, ITypeSymbol type, string name, string missing)
    {
        var key = symbol.Attribute(Names.FromKeyedServices)?.ConstructorArguments is [var given, ..] ? AttributeText.Constant(given) : "";
        return new ParameterModel(name, type.Text(), key.Length > 0 ? ValueSource.KeyedService : ValueSource.Service, key,
            Default: missing, IsReference: type.IsReferenceType, IsNullable: IsNullable(type));
    }

    /// <summary>Whether services are of such a type: interfaces, abstract classes and delegates, but for those that list for JSON what they may be.</summary>
    protected static bool IsServiceType(ITypeSymbol type) => !ValidatedMembers.HasKinds(type)
        && (type.TypeKind is TypeKind.Interface or TypeKind.Delegate || (type is { TypeKind: TypeKind.Class, IsAbstract: true } && !type.Inherits(Names.Invocation)));

    /// <summary>Whether the run itself fills the parameter: by its token, or by the invocation under any of its types.</summary>
    protected bool IsOfTheRun(ITypeSymbol type) => type.Is("System.Threading.CancellationToken") || (type.Inherits(Names.Invocation) && Carries(type));

    /// <summary>A parameter that keeps the default which it states, as nothing else fills it.</summary>
    protected static ParameterModel Constant(IParameterSymbol parameter) => new(Name(parameter), "", ValueSource.Constant, Default(parameter));

    /// <summary>Whether it is one of the collections that no container holds by itself, as it does <c>IEnumerable</c>.</summary>
    protected static bool IsCollection(ITypeSymbol type) => type is INamedTypeSymbol
    {
        TypeKind: TypeKind.Interface,
        ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } },
        Name: "IList" or "ICollection" or "ISet" or "IDictionary" or "IReadOnlyList" or "IReadOnlyCollection" or "IReadOnlySet" or "IReadOnlyDictionary",
    };

    /// <summary>The attribute by which it asks for a value of a request, as it is written; null where it has none.</summary>
    protected static string? FromRequest(IParameterSymbol parameter) =>
        parameter.Attribute(Names.FromBody) is not null ? "[FromBody]"
        : parameter.Attribute(Names.FromRoute) is not null ? "[FromRoute]"
        : parameter.Attribute(Names.FromQuery) is not null ? "[FromQuery]"
        : parameter.Attribute(Names.FromHeader) is not null ? "[FromHeader]"
        : parameter.Attribute(Names.FromCookie) is not null ? "[FromCookie]"
        : parameter.Attribute(Names.FromForm) is not null ? "[FromForm]"
        : parameter.Attribute(Names.AsParameters) is not null ? "[AsParameters]"
        : null;

    protected static string Name(IParameterSymbol parameter) => Symbols.Identifier(parameter.Name);

    public static bool IsNullable(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type without the <c>?</c> of a value type.</summary>
    protected static ITypeSymbol Bare(ITypeSymbol type) => HttpTypes.Bare(type);

    /// <summary>What a value that is missing is replaced by; empty where it must not be missing.</summary>
    public static string Default(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } => Bare(parameter.Type) is { TypeKind: TypeKind.Enum } type ? AttributeText.Enum(type, value) : AttributeText.Primitive(value),
        { HasExplicitDefaultValue: true, Type: { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } } => "default",
        _ => parameter.HasExplicitDefaultValue || IsNullable(parameter.Type) ? "null" : "",
    };

    /// <summary>A parameter that only this shape knows; null, with a fault, where it can be nothing.</summary>
    protected abstract ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults);

    /// <summary>What every shape knows: the run itself, and what is marked as a service; null for all else.</summary>
    protected ParameterModel? Common(ISymbol symbol, ITypeSymbol type, string name, string missing) =>
        IsOfTheRun(type) ? type.Inherits(Names.Invocation)
            ? new ParameterModel(name, type.Is(Names.Invocation) ? "" : type.Text(), ValueSource.Invocation)
            : new ParameterModel(name, "", ValueSource.Cancellation)
        : symbol.Attribute(Names.FromServices) is not null || symbol.Attribute(Names.FromKeyedServices) is not null ? Service(symbol, type, name, missing)
        : null;

    // Nothing that is written has the name of a parameter that the run fills: kept, it would have a class written again, as it was, while one types it.
    private ParameterModel? Common(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None ? null : Common(parameter, parameter.Type, IsOfTheRun(parameter.Type) ? "" : Name(parameter), Default(parameter));

    private bool Carries(ITypeSymbol invocation)
    {
        for (var type = invocation as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (type.Is(Names.InvocationOf)) return Input is null || type.TypeArguments[0].Is(Input);
        }

        return true;
    }
}
