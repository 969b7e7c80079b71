using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a request: by an attribute if there is one, else by the route template's names, else by type.</summary>
internal sealed class HttpBinder(AttributeData trigger) : ParameterBinder
{
    private RouteTemplate? _route;

    protected override string Input => Names.HttpContext;

    public override IReadOnlyList<ParameterModel> Bind(IMethodSymbol method, List<Fault> faults)
    {
        var text = trigger.ConstructorArguments is [{ Value: string route }, ..] ? route : "";
        _route = RouteTemplate.Parse(text, out var error);
        if (_route is null)
        {
            faults.Add(new Fault("ERM401", $"\"{text}\" is no route: {error}; write it as \"GET /polls/{{id}}\"", method, trigger));
            return [];
        }

        var bound = base.Bind(method, faults);
        foreach (var unused in _route.Parameters.Where(r => !bound.Any(b => b.Source == ValueSource.Route && string.Equals(b.Key, r.Name, StringComparison.OrdinalIgnoreCase))))
            faults.Add(new Fault("ERM402", $"The route has '{{{unused.Name}}}', and '{method.Name}' has no parameter of that name to receive it; add one, or take it out of the route", method, trigger, unused.Name));
        foreach (var second in method.Parameters.Where(IsBody).Skip(1))
            faults.Add(new Fault("ERM404", $"'{method.Name}' reads the body twice, and a request has one; put '{second.Name}' and the other into one type, or mark it [FromQuery], [FromHeader] or [FromServices]", second));
        return bound;
    }

    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (parameter.RefKind != RefKind.None) return null;
        if (WellKnown(parameter.Type) is { } known) return new ParameterModel(Name(parameter), "", known);
        if (RouteOf(parameter) is { } route) return Value(parameter, ValueSource.Route, route.Name, method, faults);
        if (parameter.Attribute(Names.FromRoute) is not null)
        {
            faults.Add(new Fault("ERM402", $"'{parameter.Name}' is to come from the route, which has no '{{{Key(parameter, Names.FromRoute)}}}'; add it to the route, or take off [FromRoute]", parameter));
            return null;
        }

        if (parameter.Attribute(Names.FromQuery) is not null) return Value(parameter, ValueSource.Query, Key(parameter, Names.FromQuery), method, faults);
        if (parameter.Attribute(Names.FromHeader) is not null) return Value(parameter, ValueSource.Header, Key(parameter, Names.FromHeader), method, faults);
        if (IsForm(parameter)) return Unbindable(parameter, method, faults);
        if (IsBody(parameter)) return Body(parameter);
        if (IsServiceType(parameter.Type) && !IsCollection(parameter.Type)) return Service(parameter);
        if (Text(parameter.Type) != TextParsing.None) return Value(parameter, ValueSource.Query, parameter.Name, method, faults);

        return Unbindable(parameter, method, faults);
    }

    private ParameterModel? Value(IParameterSymbol parameter, ValueSource source, string key, IMethodSymbol method, List<Fault> faults)
    {
        var parsing = Text(parameter.Type);
        if (parsing == TextParsing.None) return Unbindable(parameter, method, faults);

        return new ParameterModel(Name(parameter), Bare(parameter.Type).Text(), source, key, parsing, Default(parameter), parameter.Type.IsReferenceType, IsNullable(parameter.Type));
    }

    private static ParameterModel Body(IParameterSymbol parameter) => new(
        Name(parameter), Bare(parameter.Type).Text(), ValueSource.Body, Default: Default(parameter), IsReference: parameter.Type.IsReferenceType, IsNullable: IsNullable(parameter.Type));

    private ParameterModel? Unbindable(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        faults.Add(new Fault("ERM006",
            $"Nothing can give '{method.Name}' its parameter '{parameter.Name}' of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; what can be bound is a value of route, query or header "
            + $"(a text, an enum, or a type that implements IParsable), the body (a concrete type{(_route!.IsBodiless ? $", with [FromBody] as {_route.Method} has none by custom" : "")}), a service (an interface or abstract class, or [FromServices]), "
            + "HttpContext, HttpRequest, HttpResponse, ClaimsPrincipal, the Invocation and a CancellationToken", parameter));
        return null;
    }

    private RouteParameter? RouteOf(IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().Any(a => a.AttributeClass.Is(Names.FromQuery) || a.AttributeClass.Is(Names.FromHeader) || a.AttributeClass.Is(Names.FromBody))) return null;
        var key = Key(parameter, Names.FromRoute);
        return _route!.Parameters.FirstOrDefault(r => string.Equals(r.Name, key, StringComparison.OrdinalIgnoreCase));
    }

    // What ASP.NET Core binds and Ermine does not is refused rather than read from elsewhere.
    private static bool IsForm(IParameterSymbol parameter) =>
        parameter.Attribute("Microsoft.AspNetCore.Mvc.FromFormAttribute") is not null || parameter.Attribute("Microsoft.AspNetCore.Http.AsParametersAttribute") is not null;

    private bool IsBody(IParameterSymbol parameter)
    {
        if (IsForm(parameter)) return false;
        if (parameter.Attribute(Names.FromBody) is not null) return true;
        return !_route!.IsBodiless && parameter.RefKind == RefKind.None && parameter.GetAttributes().All(a => a.AttributeClass?.Name.StartsWith("From", StringComparison.Ordinal) != true) && RouteOf(parameter) is null
            && WellKnown(parameter.Type) is null && !IsOfTheRun(parameter.Type) && !parameter.Type.Inherits(Names.Invocation)
            && Text(parameter.Type) == TextParsing.None && (!IsServiceType(parameter.Type) || IsCollection(parameter.Type))
            && parameter.Type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Array or TypeKind.Interface, IsRefLikeType: false };
    }

    private static ValueSource? WellKnown(ITypeSymbol type) => type.Name switch
    {
        "HttpContext" when type.Is("Microsoft.AspNetCore.Http.HttpContext") => ValueSource.HttpContext,
        "HttpRequest" when type.Is("Microsoft.AspNetCore.Http.HttpRequest") => ValueSource.HttpRequest,
        "HttpResponse" when type.Is("Microsoft.AspNetCore.Http.HttpResponse") => ValueSource.HttpResponse,
        "ClaimsPrincipal" when type.Is("System.Security.Claims.ClaimsPrincipal") => ValueSource.User,
        _ => null,
    };

    private static TextParsing Text(ITypeSymbol type) => Bare(type) switch
    {
        { SpecialType: SpecialType.System_String } => TextParsing.Text,
        { TypeKind: TypeKind.Enum } => TextParsing.Enum,
        { TypeKind: TypeKind.Class or TypeKind.Struct } value when value.AllInterfaces.Any(i => i.Is("System.IParsable`1") && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], value)) => TextParsing.Parsable,
        _ => TextParsing.None,
    };

    private static string Key(IParameterSymbol parameter, string attribute)
    {
        foreach (var argument in parameter.Attribute(attribute)?.NamedArguments ?? [])
        {
            if (argument is { Key: "Name", Value.Value: string { Length: > 0 } name }) return name;
        }

        return parameter.Name;
    }
}
