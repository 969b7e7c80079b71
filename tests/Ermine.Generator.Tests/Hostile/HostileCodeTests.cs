namespace Ermine.Generator.Tests.Hostile;

public sealed class HostileCodeTests
{
    public static TheoryData<string> Names => [.. HostileCode.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_compiles_where(string name)
    {
        var wired = Wired.App(HostileCode.ByName[name]);

        wired.Compiles();
        Assert.DoesNotContain("catalog.Omit(", wired.Text, StringComparison.Ordinal);
        Assert.Contains("catalog.Add(", wired.Text, StringComparison.Ordinal);
    }
}
