using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Binds the payload of one message, or those of a batch.</summary>
internal static class MessageShape
{
    /// <summary>Whether the function says of each item of its batch what became of it.</summary>
    public static bool IsSettled(HandlerModel handler) =>
        handler.Function.Return.Kind == ReturnKind.BatchResult && handler.Trigger.Parameters.Any(p => p.Source is ValueSource.Payloads);

    public static IEnumerable<string> Bind(HandlerModel handler)
    {
        var payload = handler.Trigger.Parameters.FirstOrDefault(p => p.Source is ValueSource.Payload or ValueSource.Payloads);
        if (payload is null && !handler.Trigger.Parameters.Any(p => p.Source is ValueSource.Batch or ValueSource.Senders)) yield break;

        var batch = handler.Local.Batch;
        yield return $"var {batch} = (({Types.Invocation}<{Types.Batch}>){handler.Local.Invocation}).Input;";
        if (payload is null) yield break;
        yield return $"var {payload.Name} = {batch}.{(payload.Source == ValueSource.Payloads ? "Many" : "One")}<{payload.Type}>();";
        if (payload.Source == ValueSource.Payloads) yield return $"if ({payload.Name}.Count == 0) {HandlerEmitter.Outcome(handler, $"{Types.Outcome}.Completed")}";
    }
}
