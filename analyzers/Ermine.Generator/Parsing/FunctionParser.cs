using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads a method that is marked as a function. Two readers share it: the generator keeps the model, rules report the faults.</summary>
internal static class FunctionParser
{
    public static ParsedFunction Parse(IMethodSymbol method, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToArray();
        if (method.Attribute(Names.Function) is not { } function || !ContractParser.IsWhole(function) || !triggers.All(ContractParser.IsWhole) || IsHalfTyped(method))
            return new ParsedFunction(null, []);
        if (Unknown(method) is { } unknown) return new ParsedFunction(null, [Fault.Unfinished(method, unknown.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))]);

        var faults = new List<Fault>();
        faults.AddRange(MethodCheck.Faults(method));
        faults.AddRange(ConstructorParser.Faults(method));
        foreach (var hidden in triggers.Where(t => !AttributeText.IsReachable(t, method.ContainingAssembly)))
            faults.Add(new Fault("ERM001", $"'{method.Name}' has a trigger that generated code cannot name, '{hidden.AttributeClass!.Name}'; make it and what it is given public or internal", method, hidden));
        if (IsLazy(method) && triggers.Any(t => ShapeOf(t.AttributeClass!) != InputShape.Http))
            faults.Add(new Fault("ERM001", $"'{method.Name}' returns a sequence, whose code only runs while somebody reads it, and behind its trigger nobody does; return Task", method));
        var models = triggers.Select(t => Trigger(method, t, faults)).ToEquatableArray();
        var metadata = MetadataParser.Parse(method, faults);
        if (faults.Count > 0) return new ParsedFunction(null, [.. faults.Distinct()]);

        return new ParsedFunction(
            new FunctionModel(FunctionId.Of(method, function), Symbols.Identifier(method.Name), method.IsStatic, AttributeText.New(function), ReturnParser.Of(method), metadata.ToEquatableArray(), models), []);
    }

    private static TriggerModel Trigger(IMethodSymbol method, AttributeData trigger, List<Fault> faults)
    {
        var declared = ShapeOf(trigger.AttributeClass!);
        var binder = declared switch
        {
            InputShape.Http => new HttpBinder(trigger),
            InputShape.Message or InputShape.Batch => new MessageBinder(),
            _ => (ParameterBinder)new BareBinder(),
        };
        var parameters = binder.Bind(method, faults);
        var payload = binder.Payload(method);
        var shape = declared == InputShape.Message && parameters.Any(p => p.Source == ValueSource.Payloads) ? InputShape.Batch : declared;
        return new TriggerModel(AttributeText.New(trigger), TriggerLabel.Of(trigger), shape, (payload is null ? null : ContractParser.Of(payload)) ?? "null", parameters.ToEquatableArray());
    }

    private static InputShape ShapeOf(INamedTypeSymbol trigger)
    {
        for (var type = trigger; type is not null; type = type.BaseType)
        {
            if (type.Attribute(Names.TriggerShape)?.ConstructorArguments is [{ Value: int shape }, ..]) return (InputShape)shape;
        }

        return InputShape.None;
    }

    // What is half typed in such a way that there is nothing to name.
    private static bool IsHalfTyped(IMethodSymbol method) => !method.CanBeReferencedByName || IsNameless(method.ContainingType) || method.Parameters.Any(p => p.Name.Length == 0);

    private static ITypeSymbol? Unknown(IMethodSymbol method)
    {
        if (method.ReturnType.IsMissing()) return method.ReturnType;
        var constructor = method.IsStatic ? null : ConstructorParser.Find(method.ContainingType);
        return method.Parameters.Concat(constructor?.Parameters ?? []).FirstOrDefault(p => p.Type.IsMissing())?.Type;
    }

    private static bool IsNameless(INamedTypeSymbol type) => !type.CanBeReferencedByName || (type.ContainingType is { } outer && IsNameless(outer));

    private static bool IsLazy(IMethodSymbol method) => ReturnParser.ValueOf(method).Is("System.Collections.Generic.IEnumerable`1") || ReturnParser.ValueOf(method).Is("System.Collections.Generic.IAsyncEnumerable`1");
}
