namespace Ermine.Architecture.Tests;

internal static class Violations
{
    /// <summary>Fails with every violation on a line of its own.</summary>
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct().ToArray();
        if (lines.Length > 0) Assert.Fail(string.Join('\n', lines));
    }
}
