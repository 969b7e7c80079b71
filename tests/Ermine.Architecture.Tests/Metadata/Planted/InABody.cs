namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InABody
{
    public static string Find() => Sought.Number == 1 ? "a planted literal" : "";
}
