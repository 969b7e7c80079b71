using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads a method that is marked as a function. Two readers share it: the generator keeps the model, rules report the faults.</summary>
internal static class FunctionParser
{
    private static readonly ParsedFunction HalfTyped = new(null, []);

    public static ParsedFunction Parse(IMethodSymbol method, CancellationToken ct) => Parse(method, new FunctionClass(method.ContainingType), ct);

    public static ParsedFunction Parse(IMethodSymbol method, FunctionClass type, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var triggers = method.GetAttributes().Where(a => a.AttributeClass.Inherits(Names.Trigger)).ToArray();
        if (method.Attribute(Names.Function) is not { } function || !AttributeText.IsWhole(function) || !triggers.All(AttributeText.IsWhole) || IsHalfTyped(method, type)) return HalfTyped;

        var faults = new List<Fault>();
        MethodCheck.Check(method, type, faults);
        var models = new TriggerModel[triggers.Length];
        for (var i = 0; i < triggers.Length; i++) models[i] = Trigger(method, type, triggers[i], faults);
        if (faults.Count > 0) return new ParsedFunction(null, [.. faults.Distinct()]);

        return new ParsedFunction(
            new FunctionModel(FunctionId.Of(method, function), Symbols.Identifier(method.Name), method.IsStatic, AttributeText.New(function), ReturnParser.Of(method),
                AttributeText.Metadata(method.GetAttributes(), method.ContainingAssembly).Concat(type.Metadata).ToEquatableArray(), models.ToEquatableArray()), []);
    }

    private static TriggerModel Trigger(IMethodSymbol method, FunctionClass type, AttributeData trigger, List<Fault> faults)
    {
        var declared = ShapeOf(trigger.AttributeClass!);
        if (!AttributeText.IsReachable(trigger, method.ContainingAssembly))
            faults.Add(new Fault("ERM001", $"'{method.Name}' has a trigger that generated code cannot name, '{trigger.AttributeClass!.Name}'; make it and what it is given public or internal", method, trigger));
        if (declared != InputShape.Http && IsLazy(method))
            faults.Add(new Fault("ERM001", $"'{method.Name}' returns a sequence, whose code only runs while somebody reads it, and behind its trigger nobody does; return Task", method));
        var binder = declared switch
        {
            InputShape.Http => new HttpBinder(trigger),
            InputShape.Message or InputShape.Batch => new MessageBinder(),
            _ => (ParameterBinder)new BareBinder(),
        };
        var parameters = binder.Bind(method, faults);
        var shape = declared == InputShape.Message && parameters.Any(p => p.Source == ValueSource.Payloads) ? InputShape.Batch : declared;
        var contract = binder.Payload(method) is { } payload ? type.ContractOf(payload) : null;
        return new TriggerModel(AttributeText.New(trigger), AttributeText.Label(trigger), shape, contract ?? "null", parameters.ToEquatableArray());
    }

    private static InputShape ShapeOf(INamedTypeSymbol trigger)
    {
        for (var type = trigger; type is not null; type = type.BaseType)
        {
            if (type.Attribute(Names.TriggerShape)?.ConstructorArguments is [{ Value: int shape }, ..]) return (InputShape)shape;
        }

        return InputShape.None;
    }

    private static bool IsHalfTyped(IMethodSymbol method, FunctionClass type) => method.ReturnType.IsMissing() || method.Parameters.Any(p => p.Type.IsMissing() || p.Name.Length == 0) || !method.CanBeReferencedByName || IsNameless(type.Type)
        || (!method.IsStatic && (type.Constructor?.Parameters.Any(p => p.Type.IsMissing()) ?? false));

    private static bool IsNameless(INamedTypeSymbol type) => !type.CanBeReferencedByName || (type.ContainingType is { } outer && IsNameless(outer));

    private static bool IsLazy(IMethodSymbol method) => ReturnParser.ValueOf(method) is { Name: "IEnumerable" or "IAsyncEnumerable" } value
        && (value.Is("System.Collections.Generic.IEnumerable`1") || value.Is("System.Collections.Generic.IAsyncEnumerable`1"));
}
