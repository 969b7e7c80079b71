namespace Ermine.Architecture.Tests.Metadata.Planted;

internal class Sought
{
    public static int Number => 1;
}
