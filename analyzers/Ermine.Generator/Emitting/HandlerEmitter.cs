using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Emits a handler, in the order bind, resolve, call, outcome.</summary>
internal static class HandlerEmitter
{
    public static void Emit(Code code, HandlerModel handler)
    {
        var local = handler.Local;
        code.Open(handler.IsSynchronous
            ? $"private static {Types.Outcome} {handler.Name}({Types.Invocation} {local.Invocation})"
            : $"private static {(handler.IsAsync ? "async " : "")}{Types.ValueTask}<{Types.Outcome}> {handler.Name}({Types.Invocation} {local.Invocation}, {Types.CancellationToken} {local.Cancellation})");
        string[] bound =
        [
            .. Binding(handler),
            .. handler.Trigger.Values.Where(p => p.Source is ValueSource.Service or ValueSource.KeyedService).Select(p => $"var {p.Name} = {Service(handler, p)};"),
            .. HttpShape.Make(handler),
        ];
        code.Lines(bound);
        if (bound.Length > 0) code.Line();
        if (!handler.Function.IsStatic) code.Lines(Construction(handler));
        code.Lines(Call(handler));
        code.Close();
    }

    private static IEnumerable<string> Construction(HandlerModel handler)
    {
        var head = $"{Using(handler.Type.Disposal)}var {handler.Local.Target} = new {handler.Type.Type}(";
        var arguments = handler.Type.Constructor.Select(p => Made(handler, p)).ToArray();
        return arguments.Length < 2 ? [$"{head}{string.Concat(arguments)});"] : [head, .. arguments.Select((a, i) => $"    {a}{(i < arguments.Length - 1 ? "," : ");")}")];
    }

    private static IEnumerable<string> Binding(HandlerModel handler) => handler.Trigger.Shape switch
    {
        InputShape.Http => HttpShape.Bind(handler),
        InputShape.Message or InputShape.Batch => MessageShape.Bind(handler),
        InputShape.Arguments => ArgumentShape.Bind(handler),
        _ => [],
    };

    private static IEnumerable<string> Call(HandlerModel handler)
    {
        var returned = handler.Function.Return;
        var target = handler.Function.IsStatic ? handler.Type.Type : handler.Local.Target;
        var call = $"{(returned.IsAwaited ? "await " : "")}{target}.{handler.Function.Method}({string.Join(", ", handler.Trigger.Parameters.Select(p => Argument(handler, p)))})";
        if (returned.Kind == ReturnKind.Outcome) return [Outcome(handler, call)];
        if (MessageShape.IsSettled(handler)) return [Outcome(handler, $"{handler.Local.Batch}.Settle({call})")];

        var completed = Outcome(handler, $"{Types.Outcome}.Completed");
        if (returned.Kind == ReturnKind.Event) return [$"await {Types.Pipe}.PublishAsync({handler.Local.Invocation}, {call}, {handler.Local.Cancellation});", completed];
        if (returned.Kind != ReturnKind.None && handler.Trigger.Shape == InputShape.Arguments) return [ArgumentShape.Return(handler, call), completed];
        if (returned.Kind == ReturnKind.None || handler.Trigger.Shape != InputShape.Http) return [$"{call};", completed];
        return [$"var {handler.Local.Result} = {call};", HttpShape.Respond(handler), completed];
    }

    /// <summary>The statement that ends a handler, whether it waits or not.</summary>
    public static string Outcome(HandlerModel handler, string outcome) => handler.IsAsync || handler.IsSynchronous ? $"return {outcome};" : $"return new {Types.ValueTask}<{Types.Outcome}>({outcome});";

    /// <summary>What is passed for a parameter.</summary>
    public static string Argument(HandlerModel handler, ParameterModel parameter) => parameter switch
    {
        { IsRequest: true } => HttpShape.Request(handler, parameter.Source),
        { Source: ValueSource.Cancellation } => handler.Local.Cancellation,
        { Source: ValueSource.Invocation } => parameter.Type.Length == 0 ? handler.Local.Invocation : $"({parameter.Type}){handler.Local.Invocation}",
        { Source: ValueSource.Batch } => handler.Local.Batch,
        { Source: ValueSource.Sender } => $"{handler.Local.Invocation}.User",
        { Source: ValueSource.Senders } => $"{handler.Local.Batch}.Senders",
        { Source: ValueSource.Constant } => parameter.Key,
        { MayBeNull: true } => $"{parameter.Name}!",
        _ => parameter.Name,
    };

    // What a constructor takes is resolved in its place, so that it takes no name from the function's parameters.
    private static string Made(HandlerModel handler, ParameterModel parameter) =>
        parameter.Source is ValueSource.Service or ValueSource.KeyedService ? $"{Service(handler, parameter)}{(parameter.MayBeNull ? "!" : "")}" : Argument(handler, parameter);

    private static string Service(HandlerModel handler, ParameterModel parameter)
    {
        var services = $"{handler.Local.Invocation}.Services";
        return (parameter.Source, parameter.IsOptional) switch
        {
            (ValueSource.KeyedService, false) => $"{services}.GetRequiredKeyedService<{parameter.Type}>({parameter.Key})",
            (ValueSource.KeyedService, true) => $"{services}.GetKeyedService<{parameter.Type}>({parameter.Key})",
            (_, false) => $"{services}.GetRequiredService<{parameter.Type}>()",
            _ => $"{services}.GetService<{parameter.Type}>()",
        };
    }

    private static string Using(Disposal disposal) => disposal switch
    {
        Disposal.Async => "await using ",
        Disposal.Sync => "using ",
        _ => "",
    };
}
