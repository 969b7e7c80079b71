using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Binds the values of a request, all of them before the first mistake is answered, and passes on the result.</summary>
internal static class HttpShape
{
    /// <summary>Whether the handler makes a sequence, and so waits for whoever reads it.</summary>
    public static bool IsSequence(HandlerModel handler) => handler.Trigger.Shape == InputShape.Http && handler.Function.Return.Kind == ReturnKind.Sequence;

    public static IEnumerable<string> Bind(HandlerModel handler)
    {
        var http = handler.Local.Http;
        var values = handler.Trigger.Values.ToArray();
        var read = values.Where(p => p.IsRead).ToArray();
        var needsHttp = handler.Function.Return.Kind is not (ReturnKind.None or ReturnKind.Outcome) || values.Any(p => p.IsRead || p.IsRequest) || handler.Trigger.Parameters.Any(p => p.Validator.Length > 0);
        if (needsHttp) yield return $"var {http} = ({Types.HttpInvocation}){handler.Local.Invocation};";
        if (values.Any(p => p.IsForm)) yield return $"await {http}.ReadFormAsync({handler.Local.Cancellation});";
        foreach (var parameter in read) yield return $"{Declaration(parameter)} = {Value(handler, parameter)};";
        if (handler.Trigger.Validator.Length > 0) yield return $"{ValidationFileModel.ClassIn(handler.Type.Name)}.{handler.Trigger.Validator}({http}.Validation, {string.Join(", ", read.Select(p => p.Name))});";
        if (read.Length > 0 || values.Any(p => p.IsForm)) yield return $"if ({http}.IsBad) {HandlerEmitter.Outcome(handler, $"{http}.BadRequest()")}";
    }

    /// <summary>Makes those parameters whose members were bound, and checks each as a whole.</summary>
    public static IEnumerable<string> Make(HandlerModel handler)
    {
        var made = handler.Trigger.Parameters.Where(p => p.Source == ValueSource.Members).ToArray();
        foreach (var parameter in made) yield return Make(handler, parameter);
        foreach (var parameter in made.Where(p => p.Validator.Length > 0)) yield return $"{ValidationFileModel.ClassIn(handler.Type.Name)}.{parameter.Validator}({handler.Local.Http}.Validation, {parameter.Name});";
        if (made.Any(p => p.Validator.Length > 0)) yield return $"if ({handler.Local.Http}.IsBad) {HandlerEmitter.Outcome(handler, $"{handler.Local.Http}.BadRequest()")}";
    }

    // By its constructor, and its properties.
    private static string Make(HandlerModel handler, ParameterModel parameter)
    {
        var arguments = parameter.Members.Where(m => m.Member.Length == 0).Select(m => HandlerEmitter.Argument(handler, m));
        var set = parameter.Members.Where(m => m.Member.Length > 0).Select(m => $"{m.Member} = {HandlerEmitter.Argument(handler, m)}").ToArray();
        return $"var {parameter.Name} = new {parameter.Type}({string.Join(", ", arguments)}){(set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}")};";
    }

    public static string Respond(HandlerModel handler)
    {
        var http = handler.Local.Http;
        var result = handler.Local.Result;
        return handler.Function.Return.Kind switch
        {
            ReturnKind.Result => $"{http}.Respond({result});",
            ReturnKind.Text => $"{http}.RespondText({result});",
            ReturnKind.File => $"{http}.RespondFile({result});",
            ReturnKind.Sequence => $"await {http}.RespondItemsAsync({result}, {handler.Local.Cancellation});",
            _ => $"{http}.RespondJson({result});",
        };
    }

    public static string Request(HandlerModel handler, ValueSource source) => source switch
    {
        ValueSource.HttpContext => $"{handler.Local.Http}.Input",
        ValueSource.HttpRequest => $"{handler.Local.Http}.Input.Request",
        ValueSource.HttpResponse => $"{handler.Local.Http}.Input.Response",
        ValueSource.BodyStream => $"{handler.Local.Http}.Input.Request.Body",
        ValueSource.BodyReader => $"{handler.Local.Http}.Input.Request.BodyReader",
        ValueSource.Form => $"{handler.Local.Http}.Form",
        ValueSource.FormFiles => $"{handler.Local.Http}.Form.Files",
        _ => $"{handler.Local.Http}.Input.User",
    };

    // A value that may be missing says its type, so that null or its default has one.
    private static string Declaration(ParameterModel parameter)
    {
        if (parameter.Collection == ValueCollection.List) return $"{List(parameter)} {parameter.Name}";
        if (!parameter.IsOptional || IsAlwaysThere(parameter)) return $"var {parameter.Name}";
        var type = parameter.Collection == ValueCollection.Array ? $"{parameter.Type}[]" : parameter.Type;
        return $"{type}{(parameter.IsNullable || parameter.Default == "null" ? "?" : "")} {parameter.Name}";
    }

    private static string Value(HandlerModel handler, ParameterModel parameter)
    {
        var http = handler.Local.Http;
        var key = Literal.Of(parameter.Key);
        switch (parameter.Source)
        {
            case ValueSource.Body:
                var body = $"await {http}.BodyAsync<{parameter.Type}>({handler.Local.Cancellation})";
                return parameter.IsOptional ? $"{http}.HasBody ? {body} : {parameter.Default}" : body;
            case ValueSource.Bound:
                var bound = $"await {parameter.Type}.BindAsync({http}.Input)";
                return !parameter.IsReference ? bound : !parameter.IsOptional ? $"{http}.Bound({key}, {bound})" : parameter.Default == "default" ? $"{bound} ?? default" : bound;
        }

        var read = $"{http}.{parameter.Source}{Reading(parameter)}({key}{Parser(parameter)})";
        if (parameter.Collection != ValueCollection.None) return List(parameter, $"{http}.Has{parameter.Source}({key})", read);
        return parameter.IsOptional ? $"{http}.Has{parameter.Source}({key}) ? {read}{(parameter is { IsReference: true, IsNullable: false, Default: not "null" } ? "!" : "")} : {parameter.Default}" : read;
    }

    private static string List(ParameterModel parameter, string has, string read)
    {
        var list = parameter.Collection == ValueCollection.List ? $"[.. {read}]" : read;
        return parameter.IsOptional ? $"{has} ? {list} : {parameter.Default}" : list;
    }

    private static string Reading(ParameterModel parameter)
    {
        var list = parameter.Collection == ValueCollection.None ? "" : "List";
        return parameter.Parsing switch
        {
            TextParsing.Text => $"Text{list}",
            TextParsing.Enum => $"Enum{list}<{parameter.Type}>",
            TextParsing.None => "",
            _ => $"{list}<{parameter.Type}>",
        };
    }

    // By its name, since a type may have both.
    private static string Parser(ParameterModel parameter) => parameter.Parsing switch
    {
        TextParsing.TryParse => $", tryParse: {parameter.Type}.TryParse",
        TextParsing.TryParseIn => $", tryParseIn: {parameter.Type}.TryParse",
        _ => "",
    };

    private static string List(ParameterModel parameter) => $"global::System.Collections.Generic.List<{parameter.Type}>{(parameter.IsOptional ? "?" : "")}";

    private static bool IsAlwaysThere(ParameterModel parameter) => parameter.Source == ValueSource.Bound;
}
