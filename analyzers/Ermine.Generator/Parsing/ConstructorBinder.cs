using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds the constructor of a function class: its parameters are services, of whatever class.</summary>
internal sealed class ConstructorBinder : ParameterBinder
{
    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (parameter.RefKind != RefKind.None)
        {
            faults.Add(new Fault("ERM001", $"The constructor of '{method.ContainingType.Name}' takes '{parameter.Name}' by reference, and nothing could read it afterwards; take it by value", parameter));
            return null;
        }

        if (!IsSimple(parameter.Type)) return Service(parameter);
        if (parameter.HasExplicitDefaultValue) return Constant(parameter);

        faults.Add(new Fault("ERM006",
            $"Nothing can give the constructor of '{method.ContainingType.Name}' its parameter '{parameter.Name}' of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, "
            + "which no container holds; take the options or the service that knows it, or give it a default", parameter));
        return null;
    }

    private static bool IsSimple(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
