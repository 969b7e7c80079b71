namespace Ermine;

/// <summary>Tells the generator the shape of the input that a trigger delivers. A trigger without it has <see cref="InputShape.None"/>;
/// one with <see cref="InputShape.Message"/> also serves functions that take a batch.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TriggerShapeAttribute(InputShape shape) : Attribute
{
    /// <summary>The shape.</summary>
    public InputShape Shape { get; } = shape;

    /// <summary>Whether what it delivers was sent on somebody's behalf. Default: yes; no where the app itself makes it, so that no caller is there to be authorized.</summary>
    public bool HasSender { get; init; } = true;
}
