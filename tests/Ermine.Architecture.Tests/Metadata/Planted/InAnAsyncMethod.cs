namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAnAsyncMethod
{
    public static async Task<int> FindAsync()
    {
        await Task.Yield();
        return Sought.Number;
    }
}
