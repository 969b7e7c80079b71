namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAGenericArgumentOfACall
{
    public static object Find() => Array.Empty<Sought>();
}
