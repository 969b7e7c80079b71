using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a trigger that hands over nothing: every parameter is a service.</summary>
internal sealed class BareBinder : ParameterBinder
{
    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (IsServiceType(parameter.Type)) return Service(parameter);
        if (parameter is { RefKind: RefKind.None, HasExplicitDefaultValue: true }) return Constant(parameter);

        if (parameter.RefKind == RefKind.None) faults.Add(new Fault("ERM006",
            $"Nothing can give '{method.Name}' its parameter '{parameter.Name}' of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}: its trigger has no payload; "
            + "what can be bound is a service (an interface or abstract class, or [FromServices]), the Invocation and a CancellationToken", parameter));
        return null;
    }
}
