namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InANestedType
{
    public sealed class Nested : Sought;
}
