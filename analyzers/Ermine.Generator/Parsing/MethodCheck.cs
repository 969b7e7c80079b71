using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Whether generated code can call a method at all.</summary>
internal static class MethodCheck
{
    public static IEnumerable<Fault> Faults(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (Reach(method) is { } reach) yield return new Fault("ERM001", $"'{method.Name}' {reach}", method);
        if (!method.IsStatic && Making(type) is { } making) yield return new Fault("ERM001", $"'{method.Name}' {making}", method);
        foreach (var parameter in method.Parameters.Where(p => p.RefKind != RefKind.None))
            yield return new Fault("ERM001", $"Parameter '{parameter.Name}' of '{method.Name}' is passed by reference, and nothing could read it afterwards; take it by value", parameter);
        if (method is { IsAsync: true, ReturnsVoid: true })
            yield return new Fault("ERM004", $"'{method.Name}' is async void, so its end and its failures would be lost; return Task", method);
        if (method.ReturnType is { IsRefLikeType: true } or { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer })
            yield return new Fault("ERM001", $"'{method.Name}' returns a value that lives no longer than its call, so nothing can answer with it; return one that can be kept", method);
        if (IsNested(method.ReturnType))
            yield return new Fault("ERM001", $"'{method.Name}' returns a task of a task, of which the inner would be lost; await it and return its result", method);
    }

    private static string? Reach(IMethodSymbol method) =>
        !method.IsReachable(method.ContainingAssembly) ? "cannot be called from generated code; make it and the types around it public or internal"
        : method.IsGenericMethod ? "is generic, and nothing says with which types to call it; take the types out of its signature"
        : IsGeneric(method.ContainingType) ? $"stands in the generic type '{method.ContainingType.Name}', and nothing says with which types to make it; move it to a type that is not generic"
        : method.ContainingType.TypeKind is TypeKind.Interface ? "stands in an interface; mark the method of the class that implements it"
        : method.IsAbstract ? "is abstract; mark the method that implements it"
        : null;

    private static string? Making(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? null
        : type.IsAbstract ? $"needs an instance of the abstract class '{type.Name}'; make the method static, or the class not abstract"
        : ConstructorParser.Find(type) is null ? $"needs an instance of '{type.Name}', which has no or more than one public constructor; leave it one, whose parameters are services"
        : Required(type) is { } required ? $"needs an instance of '{type.Name}', whose member '{required}' is required, and nothing says its value; take it in the constructor"
        : null;

    // A constructor that says it sets them is believed.
    private static string? Required(INamedTypeSymbol type)
    {
        if (ConstructorParser.Find(type)!.Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is not null) return null;
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) return member.Name;
            }
        }

        return null;
    }

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    private static bool IsNested(ITypeSymbol type) => ReturnParser.IsTask(type) && type is INamedTypeSymbol { TypeArguments: [var inner] } && ReturnParser.IsTask(inner);
}
