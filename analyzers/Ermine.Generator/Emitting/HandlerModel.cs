using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>A handler to be emitted: one way in which a function is called. Triggers that bind its parameters alike share it.</summary>
internal sealed class HandlerModel(ClassModel type, FunctionModel function, TriggerModel trigger, string name, string descriptionName)
{
    public ClassModel Type { get; } = type;

    public FunctionModel Function { get; } = function;

    public TriggerModel Trigger { get; } = trigger;

    /// <summary>The handler's name: the method's, with a number where that is taken.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the method that describes it to callers over HTTP; empty where none does.</summary>
    public string DescriptionName { get; } = descriptionName;

    /// <summary>Names in the handler's body that are not the user's.</summary>
    public LocalNames Local { get; } = new(trigger);

    public bool NeedsServices => Trigger.Values.Concat(Function.IsStatic ? [] : Type.Constructor).Any(p => p.Source is ValueSource.Service or ValueSource.KeyedService);

    /// <summary>Whether the handler has to wait for anything; if not, it is a plain method without a state machine.</summary>
    public bool IsAsync => Function.Return.IsAwaited || Function.Return.Kind == ReturnKind.Event || ArgumentShape.IsSequence(this) || HttpShape.IsSequence(this) || Trigger.Values.Any(p => p.IsAwaited) || (!Function.IsStatic && Type.Disposal == Disposal.Async);

    /// <summary>Whether it neither waits nor can be cancelled, so that the runtime need not watch its time.</summary>
    public bool IsSynchronous => !IsAsync && Trigger.Values.All(p => p.Source != ValueSource.Cancellation);

    public bool Serves(FunctionModel function, TriggerModel trigger) =>
        ReferenceEquals(Function, function) && Trigger.Shape == trigger.Shape && Trigger.Parameters.Equals(trigger.Parameters);

    public static IReadOnlyList<HandlerModel> Of(ClassModel type)
    {
        var handlers = new List<HandlerModel>();
        var taken = new HashSet<string>(StringComparer.Ordinal) { "AddTo", "catalog", type.Name.TrimStart('@') };
        if (type.Validation is not null) taken.Add(ValidationFileModel.ClassIn(type.Name));
        foreach (var function in type.Functions)
        {
            foreach (var trigger in function.Triggers)
            {
                if (handlers.Any(h => h.Serves(function, trigger))) continue;
                handlers.Add(new HandlerModel(type, function, trigger, Free(function.Method, taken), trigger.Rest is null ? "" : Free($"Describe{function.Method.TrimStart('@')}", taken)));
            }
        }

        return handlers;
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name.TrimStart('@')); number++) name = $"{wanted}{number}";
        return name;
    }
}
