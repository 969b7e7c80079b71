using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Binds the payload of one message, or those of a batch.</summary>
internal static class MessageShape
{
    public static IEnumerable<string> Bind(HandlerModel handler)
    {
        if (handler.Trigger.Parameters.FirstOrDefault(p => p.Source is ValueSource.Payload or ValueSource.Payloads) is not { } payload) yield break;

        var batch = handler.Local.Batch;
        yield return $"var {batch} = (({Types.Invocation}<{Types.Batch}>){handler.Local.Invocation}).Input;";
        yield return $"var {payload.Name} = {batch}.{(payload.Source == ValueSource.Payloads ? "Many" : "One")}<{payload.Type}>();";
        if (payload.Source == ValueSource.Payloads) yield return $"if ({payload.Name}.Count == 0) {HandlerEmitter.Outcome(handler, $"{Types.Outcome}.Completed")}";
    }
}
