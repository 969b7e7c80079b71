namespace Ermine;

/// <summary>Says of a function that it reads on whose behalf its messages were sent. Written by generated code, where a parameter asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsSenderAttribute : Attribute;
