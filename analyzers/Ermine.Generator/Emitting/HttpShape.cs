using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Binds the values of a request, all of them before the first mistake is answered, and passes on the result.</summary>
internal static class HttpShape
{
    public static IEnumerable<string> Bind(HandlerModel handler)
    {
        var http = handler.Local.Http;
        var read = handler.Trigger.Parameters.Where(p => p.IsRead).ToArray();
        var needsHttp = read.Length > 0 || handler.Function.Return.Kind is not (ReturnKind.None or ReturnKind.Outcome)
            || handler.Trigger.Parameters.Any(p => p.Source is ValueSource.HttpContext or ValueSource.HttpRequest or ValueSource.HttpResponse or ValueSource.User);
        if (needsHttp) yield return $"var {http} = ({Types.HttpInvocation}){handler.Local.Invocation};";
        foreach (var parameter in read) yield return $"{Declaration(parameter)} = {Value(handler, parameter)};";
        if (handler.Trigger.Validator.Length > 0) yield return $"{ValidationEmitter.NameIn(handler.Type)}.{handler.Trigger.Validator}({http}.Validation, {string.Join(", ", read.Select(p => p.Name))});";
        if (read.Length > 0) yield return $"if ({http}.IsBad) {HandlerEmitter.Outcome(handler, $"{http}.BadRequest()")}";
    }

    public static string Respond(HandlerModel handler)
    {
        var http = handler.Local.Http;
        var result = handler.Local.Result;
        return handler.Function.Return.Kind switch
        {
            ReturnKind.Result => $"{http}.Respond({result});",
            ReturnKind.Text => $"{http}.RespondText({result});",
            _ => $"{http}.RespondJson({result});",
        };
    }

    public static string WellKnown(HandlerModel handler, ValueSource source) => source switch
    {
        ValueSource.HttpContext => $"{handler.Local.Http}.Input",
        ValueSource.HttpRequest => $"{handler.Local.Http}.Input.Request",
        ValueSource.HttpResponse => $"{handler.Local.Http}.Input.Response",
        _ => $"{handler.Local.Http}.Input.User",
    };

    // A value that may be missing says its type, so that null or its default has one.
    private static string Declaration(ParameterModel parameter) => parameter.IsOptional ? $"{parameter.Type}{(parameter.IsNullable || parameter.Default == "null" ? "?" : "")} {parameter.Name}" : $"var {parameter.Name}";

    private static string Value(HandlerModel handler, ParameterModel parameter)
    {
        var http = handler.Local.Http;
        if (parameter.Source == ValueSource.Body)
        {
            var body = $"await {http}.BodyAsync<{parameter.Type}>({handler.Local.Cancellation})";
            return parameter.IsOptional ? $"{http}.HasBody ? {body} : {parameter.Default}" : body;
        }

        var key = Literal.Of(parameter.Key);
        var read = parameter.Parsing switch
        {
            TextParsing.Text => $"{http}.{parameter.Source}Text({key})",
            TextParsing.Enum => $"{http}.{parameter.Source}Enum<{parameter.Type}>({key})",
            _ => $"{http}.{parameter.Source}<{parameter.Type}>({key})",
        };
        return parameter.IsOptional ? $"{http}.Has{parameter.Source}({key}) ? {read}{(parameter is { IsReference: true, IsNullable: false, Default: not "null" } ? "!" : "")} : {parameter.Default}" : read;
    }
}
