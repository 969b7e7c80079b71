using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a trigger that hands over messages: the one parameter of a concrete type is the payload, a list of such a type a batch.</summary>
internal sealed class MessageBinder : ParameterBinder
{
    private const string List = "System.Collections.Generic.IReadOnlyList`1";

    protected override string Input => Names.Batch;

    public override IReadOnlyList<ParameterModel> Bind(IMethodSymbol method, List<Fault> faults)
    {
        var bound = base.Bind(method, faults);
        var payloads = Payloads(method);
        foreach (var second in payloads.Skip(1))
        {
            faults.Add(new Fault("ERM006",
                $"'{method.Name}' takes two payloads, '{payloads[0].Name}' and '{second.Name}', and a message has one; mark the one that is a service with [FromServices]", second));
        }

        return bound;
    }

    public override ITypeSymbol? Payload(IMethodSymbol method) =>
        Payloads(method) is [var payload, ..] ? ItemOf(payload.Type) ?? payload.Type : null;

    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (parameter.RefKind != RefKind.None) return null;
        if (parameter.Type.Is(Names.Batch)) return new ParameterModel(Name(parameter), "", ValueSource.Batch);
        if (IsSenders(parameter.Type)) return new ParameterModel(Name(parameter), "", ValueSource.Senders);
        if (parameter.Type.Is(Names.ClaimsPrincipal)) return Payloads(method) is [var batch, ..] && ItemOf(batch.Type) is not null
            ? Unbindable(parameter, method, faults, "each message of a batch has a sender of its own; take an IReadOnlyList<ClaimsPrincipal>")
            : new ParameterModel(Name(parameter), "", ValueSource.Sender);
        if (FromRequest(parameter) is { } request) return Unbindable(parameter, method, faults, $"{request} reads a request, and a message is none");
        if (IsPayload(parameter))
        {
            if (!Payloads(method).Contains(parameter, SymbolEqualityComparer.Default)) return Constant(parameter);
            return ItemOf(parameter.Type) is { } item ? new ParameterModel(Name(parameter), item.Text(), ValueSource.Payloads) : new ParameterModel(Name(parameter), parameter.Type.Text(), ValueSource.Payload);
        }

        if (Elements(parameter.Type) is { } element && ContractParser.Of(element) is not null)
            return Unbindable(parameter, method, faults, $"messages of {Spoken(element)} come one at a time, or as an IReadOnlyList<{Spoken(element)}>");
        return IsServiceType(parameter.Type) ? Service(parameter) : Unbindable(parameter, method, faults, "it is no payload");
    }

    private static ParameterModel? Unbindable(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults, string why)
    {
        faults.Add(new Fault("ERM006",
            $"Nothing can give '{method.Name}' its parameter '{parameter.Name}' of type {Spoken(parameter.Type)}: {why}; "
            + "what can be bound is the payload (a concrete type, or an IReadOnlyList of one for a batch), a service (an interface or abstract class, or [FromServices]), the ClaimsPrincipal of the sender, the Invocation, its Batch and a CancellationToken", parameter));
        return null;
    }

    // Beside a payload, what states a default keeps it; alone, it is the payload.
    private List<IParameterSymbol> Payloads(IMethodSymbol method)
    {
        var candidates = method.Parameters.Where(IsPayload).ToList();
        var firm = candidates.FindAll(p => !p.HasExplicitDefaultValue);
        return firm.Count > 0 ? firm : candidates.Take(1).ToList();
    }

    private bool IsPayload(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && !IsService(parameter) && FromRequest(parameter) is null && !parameter.Type.Is(Names.ClaimsPrincipal) && !IsSenders(parameter.Type)
        && !IsOfTheRun(parameter.Type) && !parameter.Type.Inherits(Names.Invocation) && !parameter.Type.Is(Names.Batch)
        && (ItemOf(parameter.Type) is not null || (IsData(parameter.Type) && !(Elements(parameter.Type) is { } element && ContractParser.Of(element) is not null)));

    private static bool IsService(IParameterSymbol parameter) => parameter.Attribute(Names.FromServices) is not null || parameter.Attribute(Names.FromKeyedServices) is not null;

    private static bool IsSenders(ITypeSymbol type) => ItemOf(type)?.Is(Names.ClaimsPrincipal) == true;

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type.Is(List) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    // What an array or a collection holds. A queue is none: it is sent to.
    private static ITypeSymbol? Elements(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1, ContainingNamespace: { Name: "Generic" or "Immutable", ContainingNamespace.Name: "Collections" } } named => named.TypeArguments[0],
        _ => null,
    };

    private static string Spoken(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    // An abstract type that has an address is meant to travel.
    private static bool IsData(ITypeSymbol type) => type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Array, IsRefLikeType: false }
        && (!IsServiceType(type) || ContractParser.Of(type) is not null);
}
