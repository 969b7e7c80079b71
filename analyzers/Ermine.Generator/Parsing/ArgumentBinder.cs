using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a call: every parameter of a concrete type is an argument by its name, the others are services.</summary>
internal sealed class ArgumentBinder : ParameterBinder
{
    protected override string Input => Names.Arguments;

    /// <summary>The parameters that are arguments, in order.</summary>
    public IEnumerable<IParameterSymbol> Arguments(IMethodSymbol method) => method.Parameters.Where(p => !IsOfTheRun(p.Type) && IsArgument(p));

    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (parameter.RefKind != RefKind.None) return null;
        if (parameter.Type.Is(Names.ClaimsPrincipal)) return new ParameterModel(Name(parameter), "", ValueSource.Sender);
        if (FromRequest(parameter) is { } request) return Unbindable(parameter, method, faults, $"{request} reads a request, and a call from code has none");
        if (IsOfARequest(parameter.Type)) return Unbindable(parameter, method, faults, "it belongs to a request, and a call from code has none");
        if (IsArgument(parameter)) return new ParameterModel(
            Name(parameter), parameter.Type.Text(), ValueSource.Argument, parameter.Name, Default: Default(parameter), IsReference: parameter.Type.IsReferenceType, IsNullable: IsNullable(parameter.Type));
        return IsServiceType(parameter.Type) ? Service(parameter) : Unbindable(parameter, method, faults, "no JSON is of such a type");
    }

    private static bool IsArgument(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && parameter.Attribute(Names.FromServices) is null && parameter.Attribute(Names.FromKeyedServices) is null && FromRequest(parameter) is null
        && !parameter.Type.Is(Names.ClaimsPrincipal) && !IsOfARequest(parameter.Type) && !parameter.Type.Inherits(Names.Invocation) && (!IsServiceType(parameter.Type) || IsCollection(parameter.Type))
        && parameter.Type is { IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Array or TypeKind.Interface or TypeKind.Dynamic };

    private static ParameterModel? Unbindable(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults, string why)
    {
        faults.Add(new Fault("ERM006",
            $"Nothing can give '{method.Name}' its parameter '{parameter.Name}' of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}: {why}; "
            + "what can be bound is an argument (a concrete type), a service (an interface or abstract class, or [FromServices]), the ClaimsPrincipal of the caller, the Invocation and a CancellationToken", parameter));
        return null;
    }

    private static bool IsOfARequest(ITypeSymbol type) => type.Is(Names.HttpContext) || type.Is("Microsoft.AspNetCore.Http.HttpRequest") || type.Is("Microsoft.AspNetCore.Http.HttpResponse");
}
