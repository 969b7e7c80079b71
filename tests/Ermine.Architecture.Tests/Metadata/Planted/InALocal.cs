namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InALocal
{
    public static bool Find(object candidate)
    {
        var found = candidate as List<Sought>;
        return found is not null;
    }
}
