namespace Ermine;

/// <summary>States the range of an attribute's value, both ends included; a rule reads it while one types, the host at start.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LimitAttribute(double min, double max) : Attribute
{
    /// <summary>The least value that is allowed.</summary>
    public double Min { get; } = min;

    /// <summary>The greatest value that is allowed.</summary>
    public double Max { get; } = max;
}
