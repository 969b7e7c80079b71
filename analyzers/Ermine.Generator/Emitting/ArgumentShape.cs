using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Binds the arguments of a call, all of them before the first mistake is answered, and keeps the result for whoever waits.</summary>
internal static class ArgumentShape
{
    /// <summary>Whether the handler makes a sequence, and so waits for whoever reads it.</summary>
    public static bool IsSequence(HandlerModel handler) => handler.Trigger.Shape == InputShape.Arguments && handler.Function.Return.Kind == ReturnKind.Sequence;

    public static IEnumerable<string> Bind(HandlerModel handler)
    {
        var arguments = handler.Local.Arguments;
        var read = handler.Trigger.Parameters.Where(p => p.Source == ValueSource.Argument).ToArray();
        if (read.Length > 0 || handler.Function.Return.Kind is not (ReturnKind.None or ReturnKind.Outcome)) yield return $"var {arguments} = {Types.Arguments}.Of({handler.Local.Invocation});";
        for (var i = 0; i < read.Length; i++) yield return $"{Declaration(read[i])} = {Value(read[i], arguments, i)};";
        if (handler.Trigger.Validator.Length > 0) yield return $"if ({arguments}.IsChecked) {ValidationFileModel.ClassIn(handler.Type.Name)}.{handler.Trigger.Validator}({arguments}.Validation, {string.Join(", ", read.Select(p => p.Name))});";
        if (read.Length > 0) yield return $"if ({arguments}.AreBad) {HandlerEmitter.Outcome(handler, $"{arguments}.Reject()")}";
    }

    public static string Return(HandlerModel handler, string call) => IsSequence(handler)
        ? $"await {handler.Local.Arguments}.ReturnAsync({call}, {handler.Local.Cancellation});"
        : $"{handler.Local.Arguments}.Return({call});";

    // A value that may be missing says its type, so that null or its default has one.
    private static string Declaration(ParameterModel parameter) =>
        parameter.IsOptional ? $"{parameter.Type}{(parameter.IsReference && (parameter.IsNullable || parameter.Default == "null") ? "?" : "")} {parameter.Name}" : $"var {parameter.Name}";

    private static string Value(ParameterModel parameter, string arguments, int index)
    {
        var get = parameter is { IsReference: true, IsNullable: true } ? "GetOrNull" : "Get";
        var place = $"({Literal.Of(parameter.Key)}, {index})";
        var read = $"{arguments}.{get}<{parameter.Type}>{place}";
        return parameter.IsOptional ? $"{arguments}.Has{place} ? {read} : {parameter.Default}" : read;
    }
}
