namespace Ermine;

/// <summary>Publishes what the function returns, as an event and in its one commit: a pipe from whatever calls it to a bus.</summary>
/// <remarks>The function returns a type with <see cref="EventAttribute"/>, or an <see cref="IReadOnlyList{T}"/> of one; null publishes nothing. It stands behind a trigger
/// whose caller waits for no answer: a queue, a schedule, an event.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PipeAttribute : Attribute
{
    /// <summary>Which messages the function is called for, as an event pattern over their JSON: <c>{ "total": [{ "numeric": [">", 100] }] }</c>. What does not match is done.
    /// Default: all.</summary>
    public string? Filter { get; init; }
}
