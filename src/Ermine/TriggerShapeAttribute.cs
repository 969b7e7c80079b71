namespace Ermine;

/// <summary>Tells the generator the shape of the input that a trigger delivers. A trigger without it has <see cref="InputShape.None"/>;
/// one with <see cref="InputShape.Message"/> also serves functions that take a batch.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TriggerShapeAttribute(InputShape shape) : Attribute
{
    /// <summary>The shape.</summary>
    public InputShape Shape { get; } = shape;
}
