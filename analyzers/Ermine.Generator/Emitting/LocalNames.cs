using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Names for the locals of a handler, chosen beside those of the function's parameters, which keep their own.</summary>
internal sealed class LocalNames(TriggerModel trigger)
{
    private readonly HashSet<string> _taken = [.. trigger.Parameters.Concat(trigger.Values).Where(IsLocal).Select(p => p.Name.TrimStart('@'))];

    public string Invocation => Free("invocation");

    public string Cancellation => Free("ct");

    public string Http => Free("http");

    public string Batch => Free("batch");

    public string Arguments => Free("arguments");

    public string Target => Free("target");

    public string Result => Free("result");

    // The others are passed as they are, and so have no local.
    private static bool IsLocal(ParameterModel parameter) => parameter.IsRead || parameter.Source is ValueSource.Service or ValueSource.KeyedService or ValueSource.Payload or ValueSource.Payloads or ValueSource.Argument or ValueSource.Members;

    private string Free(string name)
    {
        while (_taken.Contains(name)) name += "_";
        return name;
    }
}
