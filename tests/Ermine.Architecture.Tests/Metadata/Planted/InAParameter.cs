namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAParameter
{
    public static void Find(ref Sought? sought) => _ = nameof(sought);
}
