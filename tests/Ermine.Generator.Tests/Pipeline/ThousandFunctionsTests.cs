using Ermine.Benchmarks.Generator;
using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Pipeline;

/// <summary>Counts what the generator's benchmark takes the time of.</summary>
public sealed class ThousandFunctionsTests
{
    [Fact]
    public void Edits_run_no_more_outputs_than_they_change()
    {
        var session = new EditorSession(UserProject.App() with { Files = [.. ThousandFunctions.Files.Where(f => f.Path != "GlobalUsings.cs").Select(f => new SourceFile(f.Path, f.Text))] });
        Assert.Equal((2 * ThousandFunctions.Classes) + 4, session.Files.Keys.Count(name => !name.StartsWith("Microsoft.", StringComparison.Ordinal)));

        var counts = ThousandFunctions.Edits.Select(edit => Enumerable.Range(0, 2).Select(n => edit.File(n)).Select(file => session.Edit(file.Path, file.Text).Count).Last());

        Assert.Equal(ThousandFunctions.Edits.Select(e => e.Outputs), counts);
    }
}
