using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Binds behind a request: by an attribute if there is one, else by the route template's names, else by type.</summary>
internal sealed class HttpBinder(AttributeData trigger) : ParameterBinder
{
    private RouteTemplate? _route;
    private IMethodSymbol _method = null!;
    private List<Fault> _faults = null!;
    private HashSet<string> _locals = null!;

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

        (_method, _faults, _locals) = (method, faults, new HashSet<string>(method.Parameters.Select(p => p.Name), StringComparer.Ordinal));
        var bound = base.Bind(method, faults);
        var values = bound.SelectMany(b => b.Values).ToArray();
        foreach (var unused in _route.Parameters.Where(r => !values.Any(b => b.Source == ValueSource.Route && string.Equals(b.Key, r.Name, StringComparison.OrdinalIgnoreCase))))
            faults.Add(new Fault("ERM402", $"The route has '{{{unused.Name}}}', and '{method.Name}' has no parameter of that name to receive it; add one, or take it out of the route", method, trigger, unused.Name));
        faults.AddRange(BodyCheck.Faults(method, bound));
        return bound;
    }

    protected override ParameterModel? Own(IParameterSymbol parameter, IMethodSymbol method, List<Fault> faults)
    {
        if (parameter.RefKind != RefKind.None) return null;
        var slot = new Slot(parameter, parameter.Type, Name(parameter), Default(parameter));
        if (slot.Attribute(Names.AsParameters) is not null) return Members(slot, isForm: false);
        return slot.Attribute(Names.FromForm) is not null && IsMade(slot.Type) ? Members(slot, isForm: true) : Value(slot);
    }

    // By an attribute, else by what the type is, else by what it could be.
    private ParameterModel? Value(Slot slot)
    {
        if (HttpTypes.WellKnown(slot.Type) is { } known) return new ParameterModel(slot.Local, Known(slot, known), known, slot.Key(Names.FromForm), Default: slot.Missing, IsReference: true, IsNullable: IsNullable(slot.Type));
        if (RouteOf(slot) is { } route) return Text(slot, ValueSource.Route, route.Name);
        if (slot.Attribute(Names.FromRoute) is not null)
        {
            _faults.Add(new Fault("ERM402", $"'{slot.Name}' is to come from the route, which has no '{{{slot.Key(Names.FromRoute)}}}'; add it to the route, or take off [FromRoute]", slot.Symbol));
            return null;
        }

        if (slot.Attribute(Names.FromQuery) is not null) return Text(slot, ValueSource.Query, slot.Key(Names.FromQuery));
        if (slot.Attribute(Names.FromHeader) is not null) return Text(slot, ValueSource.Header, slot.Key(Names.FromHeader));
        if (slot.Attribute(Names.FromCookie) is not null) return Cookie(slot);
        if (slot.Attribute(Names.FromForm) is not null) return Text(slot, ValueSource.FormField, slot.Key(Names.FromForm));
        if (slot.Attribute(Names.FromBody) is not null) return Body(slot);
        if (HttpTypes.BindAsync(Bare(slot.Type)) is { } bind) return Bound(slot, bind);
        if (HttpTypes.Parsing(Bare(slot.Type)) != TextParsing.None) return Text(slot, slot.IsOfForm ? ValueSource.FormField : ValueSource.Query, slot.CallersName);
        if ((_route!.IsBodiless || slot.IsOfForm) && AreTexts(slot.Type)) return Text(slot, slot.IsOfForm ? ValueSource.FormField : ValueSource.Query, slot.CallersName);
        if (slot.IsOfForm) return Unbindable(slot);
        if (IsBody(slot)) return Body(slot);
        return IsServiceType(slot.Type) && !IsCollection(slot.Type) ? Service(slot.Symbol, slot.Type, slot.Local, slot.Missing) : Unbindable(slot);
    }

    private ParameterModel? Text(Slot slot, ValueSource source, string key)
    {
        var items = HttpTypes.Parsing(Bare(slot.Type)) == TextParsing.None && source is not (ValueSource.Route or ValueSource.Cookie) ? HttpTypes.Items(slot.Type) : null;
        var type = items?.Item ?? Bare(slot.Type);
        var parsing = HttpTypes.Parsing(type);
        if (parsing == TextParsing.None) return Unbindable(slot);

        return new ParameterModel(slot.Local, type.Text(), source, key, parsing, slot.Missing, slot.Type.IsReferenceType, IsNullable(slot.Type), items?.Collection ?? ValueCollection.None);
    }

    private ParameterModel? Cookie(Slot slot)
    {
        if (HttpTypes.Parsing(Bare(slot.Type)) != TextParsing.None) return Text(slot, ValueSource.Cookie, slot.Key(Names.FromCookie));

        _faults.Add(new Fault("ERM407", $"A cookie is one text, and '{slot.Name}' of type {Spoken(slot.Type)} cannot be read from one; take a string, an enum or a type that has TryParse", slot.Symbol));
        return null;
    }

    private ParameterModel? Bound(Slot slot, IMethodSymbol bind)
    {
        var type = Bare(slot.Type);
        if (HttpTypes.Binds(bind, type))
            return new ParameterModel(slot.Local, type.Text(), ValueSource.Bound, slot.CallersName, Default: slot.Missing, IsReference: slot.Type.IsReferenceType || !SymbolEqualityComparer.Default.Equals(Result(bind), type), IsNullable: IsNullable(slot.Type));

        _faults.Add(new Fault("ERM406",
            $"'{slot.Name}' is bound by {type.Name}.BindAsync, which is no 'public static ValueTask<{type.Name}> BindAsync(HttpContext context)', so generated code cannot call it; give it that signature{(bind.Parameters.Length == 2 ? ", without the ParameterInfo, which only reflection could pass" : "")}", slot.Symbol));
        return null;
    }

    private ParameterModel? Members(Slot slot, bool isForm)
    {
        var type = Bare(slot.Type);
        var prefix = slot.Local.TrimStart('@');
        var slots = IsNullable(slot.Type) ? null : MemberSlots.Of(type, name => Free(prefix + char.ToUpperInvariant(name[0]) + name.Substring(1)), isForm);
        if (slots is not null)
        {
            var members = slots.Select(s => (Common(s.Slot.Symbol, s.Slot.Type, s.Slot.Local, s.Slot.Missing) ?? Value(s.Slot)) is { } model ? model with { Member = s.Member } : null).OfType<ParameterModel>();
            return new ParameterModel(slot.Local, type.Text(), ValueSource.Members, IsReference: type.IsReferenceType, Members: members.ToEquatableArray());
        }

        _faults.Add(new Fault("ERM409",
            $"The members of '{slot.Name}' are to be bound, and nothing says how to make {Spoken(slot.Type)}; take a class, record or struct, not null, with one public constructor", slot.Symbol));
        return null;
    }

    private static ParameterModel Body(Slot slot) =>
        new(slot.Local, Bare(slot.Type).Text(), ValueSource.Body, Default: slot.Missing, IsReference: slot.Type.IsReferenceType, IsNullable: IsNullable(slot.Type));

    private ParameterModel? Unbindable(Slot slot)
    {
        _faults.Add(new Fault("ERM006",
            $"Nothing can give '{_method.Name}' its parameter '{slot.Name}' of type {Spoken(slot.Type)}; what can be bound is a value of route, query, header, cookie or form "
            + $"(a text, an enum, or a type that has TryParse, and lists of those), the body (a concrete type{(_route!.IsBodiless ? $", with [FromBody] as {_route.Method} has none by custom" : "")}), a service (an interface or abstract class, or [FromServices]), "
            + "HttpContext, HttpRequest, HttpResponse, ClaimsPrincipal, the Invocation and a CancellationToken", slot.Symbol));
        return null;
    }

    private RouteParameter? RouteOf(Slot slot)
    {
        if (slot.Symbol.GetAttributes().Any(a => a.AttributeClass is { Name: "FromQueryAttribute" or "FromHeaderAttribute" or "FromBodyAttribute" or "FromCookieAttribute" or "FromFormAttribute" })) return null;
        var key = slot.Key(Names.FromRoute);
        return _route!.Parameters.FirstOrDefault(r => string.Equals(r.Name, key, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsBody(Slot slot) => !_route!.IsBodiless && slot.Symbol.GetAttributes().All(a => a.AttributeClass?.Name.StartsWith("From", StringComparison.Ordinal) != true)
        && !slot.Type.Inherits(Names.Invocation) && (!IsServiceType(slot.Type) || IsCollection(slot.Type))
        && slot.Type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Array or TypeKind.Interface, IsRefLikeType: false };

    // Of which a form's fields make a value, rather than one of them.
    private static bool IsMade(ITypeSymbol type) => HttpTypes.WellKnown(type) is null && HttpTypes.Parsing(Bare(type)) == TextParsing.None && HttpTypes.Items(type) is null;

    private static bool AreTexts(ITypeSymbol type) => HttpTypes.Items(type) is { } items && HttpTypes.Parsing(items.Item) != TextParsing.None;

    private static ITypeSymbol Result(IMethodSymbol bind) => ((INamedTypeSymbol)bind.ReturnType).TypeArguments[0];

    private static string Known(Slot slot, ValueSource known) => known == ValueSource.FormFile ? slot.Type.Text() : "";

    private static string Spoken(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private string Free(string name)
    {
        while (!_locals.Add(name)) name += "_";
        return name;
    }
}
