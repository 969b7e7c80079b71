namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAnAttribute
{
    public static void Find([Sought] int number) => _ = number;
}
