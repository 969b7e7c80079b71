using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a trigger that hands over messages: the one parameter of a concrete type is the payload, a list of such a type a batch.</summary>
internal sealed class MessageBinder : ParameterBinder
{
    private const string List = "System.Collections.Generic.IReadOnlyList`1";

    public override IReadOnlyList<ParameterModel> Bind(IMethodSymbol method, List<Fault> faults)
    {
        var bound = base.Bind(method, faults);
        var payloads = method.Parameters.Where(IsPayload).ToArray();
        foreach (var second in payloads.Skip(1))
        {
            faults.Add(new Fault("ERM006",
                $"'{method.Name}' takes two payloads, '{payloads[0].Name}' and '{second.Name}', and a message has one; mark the one that is a service with [FromServices]", second));
        }

        return bound;
    }

    public override ITypeSymbol? Payload(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(IsPayload) is { } payload ? ItemOf(payload.Type) ?? payload.Type : null;

    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (ItemOf(parameter.Type) is { } item) return new ParameterModel(Name(parameter), item.Text(), ValueSource.Payloads);
        if (IsServiceType(parameter.Type)) return Service(parameter);
        if (IsPayload(parameter)) return new ParameterModel(Name(parameter), parameter.Type.Text(), ValueSource.Payload);

        if (parameter.RefKind == RefKind.None) faults.Add(new Fault("ERM006",
            $"Nothing can give '{method.Name}' its parameter '{parameter.Name}' of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; "
            + "what can be bound is the payload (a concrete type, or an IReadOnlyList of one for a batch), a service (an interface or abstract class, or [FromServices]), the Invocation and a CancellationToken", parameter));
        return null;
    }

    private static bool IsPayload(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && parameter.Attribute(Names.FromServices) is null && parameter.Attribute(Names.FromKeyedServices) is null
        && !parameter.Type.Is("System.Threading.CancellationToken") && !parameter.Type.Is(Names.Invocation)
        && (ItemOf(parameter.Type) is not null || (!IsServiceType(parameter.Type) && IsData(parameter.Type)));

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type.Is(List) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    private static bool IsData(ITypeSymbol type) => type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Array, IsRefLikeType: false };
}
