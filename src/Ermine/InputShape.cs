namespace Ermine;

/// <summary>What a function is handed, and so how its parameters are bound.</summary>
public enum InputShape
{
    /// <summary>Nothing but the invocation itself: parameters are services.</summary>
    None,

    /// <summary>One message: its payload is the one parameter of a concrete type.</summary>
    Message,

    /// <summary>Several messages: their payloads are the one parameter of type <see cref="IReadOnlyList{T}"/>.</summary>
    Batch,

    /// <summary>An HTTP request: route, query, header and body values.</summary>
    Http,

    /// <summary>The arguments of a call: every parameter of a concrete type is one, by its name.</summary>
    Arguments,
}
