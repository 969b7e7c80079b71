using System.Reflection;

namespace Ermine.Events;

/// <summary>What a type says of itself as an event, looked up once for each type.</summary>
internal static class EventContract<T>
{
    private static readonly EventAttribute? Declared = typeof(T).GetCustomAttribute<EventAttribute>();

    public static EventAttribute Value => Declared ?? throw new InvalidOperationException(
        $"{typeof(T).Name} is no event: put [Event(\"source\", \"WhatHasHappened\")] on it, or publish its JSON with a source and a detail type.");
}
