namespace Ermine.Events;

/// <summary>An enumeration that a predicate speaks of: the build took it for numbers or names by what stands in code. Written by generated code, so that the start can hold the app's serializer to it.</summary>
/// <param name="value">One of its values.</param>
/// <param name="json">The JSON that the rule takes it for.</param>
public sealed class RuleEnum(object value, string json)
{
    /// <summary>One of its values.</summary>
    public object Value { get; } = value;

    /// <summary>The JSON that the rule takes it for.</summary>
    public string Json { get; } = json;
}
