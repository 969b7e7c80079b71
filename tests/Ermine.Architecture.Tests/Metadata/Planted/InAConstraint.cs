namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAConstraint
{
    public static void Find<T>() where T : Sought => _ = typeof(T);
}
