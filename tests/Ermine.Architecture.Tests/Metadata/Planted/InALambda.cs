namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InALambda
{
    public static Func<int> Find() => () => Sought.Number;
}
