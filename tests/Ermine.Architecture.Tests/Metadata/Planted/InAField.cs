namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAField
{
    public readonly Dictionary<string, Sought[]> Found = [];
}
