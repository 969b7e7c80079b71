namespace Ermine.Generator.Tests.Snapshots;

public sealed class SnapshotTests
{
    public static TheoryData<string> Names => [.. SnapshotFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_generated_is_what_was_reviewed(string name)
    {
        var generated = SnapshotInput.Parse(SnapshotFolder.Input(name)).Compile().Text;

        if (SnapshotFolder.Accepts) SnapshotFolder.Accept(name, generated);
        var difference = Difference.Between(SnapshotFolder.Output(name), generated);
        Assert.True(difference is null, $"{name}: {difference}\n\nIf this is as it should be, run the tests with ERMINE_ACCEPT=1 and review the change.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_generated_compiles_without_a_warning(string name) => SnapshotInput.Parse(SnapshotFolder.Input(name)).Compile().Compiles().CompilesUnsilenced().Trims();

    [Fact]
    public void A_difference_is_shown_by_its_lines() =>
        Assert.Equal("line 2:\n  a\n- b\n+ x\n+ y\n  c", Difference.Between("a\nb\nc", "a\nx\ny\nc"));
}
