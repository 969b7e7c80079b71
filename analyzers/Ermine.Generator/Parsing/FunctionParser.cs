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

        var faults = new List<Fault>();
        faults.AddRange(MethodCheck.Faults(method));
        foreach (var hidden in triggers.Where(t => !AttributeText.IsReachable(t, method.ContainingAssembly)))
            faults.Add(new Fault("ERM001", $"'{method.Name}' has a trigger that generated code cannot name, '{hidden.AttributeClass!.Name}'; make it and what it is given public or internal", method, hidden));
        if (IsLazy(method) && triggers.Any(t => ShapeOf(t.AttributeClass!) != InputShape.Http))
            faults.Add(new Fault("ERM001", $"'{method.Name}' returns a sequence, whose code only runs while somebody reads it, and behind its trigger nobody does; return Task", method));
        var models = triggers.Select(t => Trigger(method, t, faults)).ToEquatableArray();
        if (faults.Count > 0) return new ParsedFunction(null, [.. faults.Distinct()]);

        return new ParsedFunction(
            new FunctionModel(FunctionId.Of(method, function), Symbols.Identifier(method.Name), method.IsStatic, AttributeText.New(function), ReturnParser.Of(method), Metadata(method).ToEquatableArray(), models), []);
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
        return new TriggerModel(AttributeText.New(trigger), AttributeText.Label(trigger), shape, (payload is null ? null : ContractParser.Of(payload)) ?? "null", parameters.ToEquatableArray());
    }

    private static InputShape ShapeOf(INamedTypeSymbol trigger)
    {
        for (var type = trigger; type is not null; type = type.BaseType)
        {
            if (type.Attribute(Names.TriggerShape)?.ConstructorArguments is [{ Value: int shape }, ..]) return (InputShape)shape;
        }

        return InputShape.None;
    }

    // What is not Ermine's own and not the compiler's is kept for whoever reads it, as endpoint metadata is.
    private static IEnumerable<string> Metadata(IMethodSymbol method) => method.GetAttributes().Concat(method.ContainingType.GetAttributes())
        .Concat(ParentsOf(method.ContainingType).SelectMany(c => c.GetAttributes()).Where(a => IsInherited(a.AttributeClass)))
        .Where(a => a.AttributeClass is { } type && !IsOwn(type) && !IsOfTheCompiler(type) && ContractParser.IsWhole(a) && AttributeText.IsReachable(a, method.ContainingAssembly))
        .Select(AttributeText.New);

    private static IEnumerable<INamedTypeSymbol> ParentsOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType) yield return parent;
    }

    private static bool IsInherited(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Attribute("System.AttributeUsageAttribute") is { } usage) return !usage.NamedArguments.Any(a => a is { Key: "Inherited", Value.Value: false });
        }

        return true;
    }

    private static bool IsOwn(INamedTypeSymbol attribute) => attribute.Is(Names.Function) || attribute.Is(Names.FormerId) || attribute.Inherits(Names.Trigger);

    private static bool IsOfTheCompiler(INamedTypeSymbol attribute) => attribute.ContainingNamespace.ToDisplayString() is var space
        && (space.StartsWith("System.Runtime", StringComparison.Ordinal) || space.StartsWith("System.Diagnostics", StringComparison.Ordinal) || space is "System" or "System.Reflection");

    private static bool IsHalfTyped(IMethodSymbol method) => method.ReturnType.IsMissing() || method.Parameters.Any(p => p.Type.IsMissing() || p.Name.Length == 0) || !method.CanBeReferencedByName || IsNameless(method.ContainingType)
        || (!method.IsStatic && (ConstructorParser.Find(method.ContainingType)?.Parameters.Any(p => p.Type.IsMissing()) ?? false));

    private static bool IsNameless(INamedTypeSymbol type) => !type.CanBeReferencedByName || (type.ContainingType is { } outer && IsNameless(outer));

    private static bool IsLazy(IMethodSymbol method) => ReturnParser.ValueOf(method).Is("System.Collections.Generic.IEnumerable`1") || ReturnParser.ValueOf(method).Is("System.Collections.Generic.IAsyncEnumerable`1");
}
