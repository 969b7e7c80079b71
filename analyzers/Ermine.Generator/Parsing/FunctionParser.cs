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
        if (IsLazy(method) && Shapes(triggers).Any(s => s != InputShape.Http && !(s == InputShape.Arguments && IsAsyncSequence(method))))
            faults.Add(new Fault("ERM001", $"'{method.Name}' returns a sequence, whose code only runs while somebody reads it, and behind its trigger nobody does; return Task", method));
        if (Shapes(triggers).Contains(InputShape.Arguments)) faults.AddRange(CallParser.Faults(method));
        var ofRules = new List<string>();
        var models = (triggers.Length == 0 ? [OnDemand(method, faults)] : triggers.Select(t => Trigger(method, t, ofRules, faults, ct))).ToEquatableArray();
        var metadata = MetadataParser.Parse(method, faults);
        metadata.AddRange(ofRules);
        if (models.Any(m => m.Parameters.Any(p => p.Source is ValueSource.Sender or ValueSource.Senders))) metadata.Add($"new global::{Names.ReadsSender}()");
        if (faults.Count > 0) return new ParsedFunction(null, [.. faults.Distinct()]);

        var id = FunctionId.Of(method, function);
        var call = models.Any(m => m.Shape == InputShape.Arguments) ? CallParser.Of(method, id) : null;
        return new ParsedFunction(
            new FunctionModel(id, Symbols.Identifier(method.Name), method.IsStatic, AttributeText.New(function), ReturnParser.Of(method), metadata.ToEquatableArray(), models,
                FunctionDescription.Of(method, id, function, triggers, models), call), []);
    }

    // What says nothing of who calls it is called by name.
    private static TriggerModel OnDemand(IMethodSymbol method, List<Fault> faults) =>
        new($"new global::{Names.OnDemand}()", "OnDemand", InputShape.Arguments, "null", new ArgumentBinder().Bind(method, faults).ToEquatableArray());

    private static TriggerModel Trigger(IMethodSymbol method, AttributeData trigger, List<string> metadata, List<Fault> faults, CancellationToken ct)
    {
        var declared = ShapeOf(trigger.AttributeClass!);
        var binder = declared switch
        {
            InputShape.Http => new HttpBinder(trigger),
            InputShape.Message or InputShape.Batch => new MessageBinder(),
            InputShape.Arguments => new ArgumentBinder(),
            _ => (ParameterBinder)new BareBinder(),
        };
        var parameters = binder.Bind(method, faults);
        var payload = binder.Payload(method);
        var shape = declared == InputShape.Message && parameters.Any(p => p.Source == ValueSource.Payloads) ? InputShape.Batch : declared;
        var pattern = PredicateParser.IsOf(trigger) ? PredicateParser.Pattern(method, trigger, metadata, faults, ct) : "";
        return new TriggerModel(pattern.Length > 0 ? PredicateParser.New(trigger, pattern) : AttributeText.New(trigger), TriggerLabel.Of(trigger), shape, (payload is null ? null : ContractParser.Of(payload)) ?? "null", parameters.ToEquatableArray(),
            shape == InputShape.Http ? RestParser.Of(method, parameters, ct) : null, Pattern: pattern);
    }

    private static IEnumerable<InputShape> Shapes(AttributeData[] triggers) => triggers.Length == 0 ? [InputShape.Arguments] : triggers.Select(t => ShapeOf(t.AttributeClass!));

    /// <summary>What a kind of trigger hands over.</summary>
    public static InputShape ShapeOf(INamedTypeSymbol trigger)
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

    private static bool IsLazy(IMethodSymbol method) => ReturnParser.ValueOf(method).Is("System.Collections.Generic.IEnumerable`1") || IsAsyncSequence(method);

    private static bool IsAsyncSequence(IMethodSymbol method) => ReturnParser.Of(method).Kind == ReturnKind.Sequence;
}
