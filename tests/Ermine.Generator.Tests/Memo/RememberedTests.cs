using Ermine.Generator.Model;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Memo;

/// <summary>When a class is parsed again: drivers share nothing but what is remembered.</summary>
public sealed class RememberedTests
{
    private static readonly CSharpCompilation Before = UserProject.App(
        "namespace Polls;\npublic sealed class Voting(IClock clock) { [Function, QueueTrigger] public void Tally(Vote vote) { _ = (vote, clock); } }",
        "namespace Polls;\n[Queue(Texts.Votes)] public sealed record Vote(int Id) { public int Twice() { return Id; } }",
        "namespace Polls;\npublic static class Texts { public const string Votes = \"votes\"; public static string All => \"all\"; }",
        "namespace Polls;\npublic interface IClock;",
        "namespace Polls;\npublic sealed class Other;").ToCompilation();

    [Theory]
    [InlineData("File4.cs", "class Other", "class Another")]
    [InlineData("File4.cs", "namespace Polls", "namespace Other.Places")]
    [InlineData("File1.cs", "return Id;", "return 2 * Id;")]
    [InlineData("File2.cs", "\"all\"", "\"none\"")]
    [InlineData("File2.cs", "public const", "\n\n/* the name */ public const")]
    public void It_is_not_where_nothing_that_it_mentions_changed(string path, string old, string text) => Assert.Same(Parsed(Before), Parsed(Edited(path, old, text)));

    [Theory]
    [InlineData("File0.cs", "_ = (vote, clock);", "_ = vote;")]
    [InlineData("File1.cs", "Texts.Votes", "\"votes\"")]
    [InlineData("File2.cs", "\"votes\"", "\"ballots\"")]
    [InlineData("File3.cs", "interface", "abstract class")]
    [InlineData("File4.cs", "class Other", "class Clock; public sealed class IClock<T>")]
    [InlineData("File4.cs", "namespace Polls", "namespace Polls.Vote")]
    [InlineData("GlobalUsings.g.cs", "global using Ermine;", "global using Ermine; global using System.Text;")]
    public void It_is_where_something_did_that_it_can_be_read_by(string path, string old, string text) => Assert.NotSame(Parsed(Before), Parsed(Edited(path, old, text)));

    private static ClassModel Parsed(CSharpCompilation compilation) => (ClassModel)Drivers.New(trackSteps: true).RunGenerators(compilation).GetRunResult().Results.Single()
        .TrackedSteps[Steps.Classes].Single().Outputs.Single().Value;

    private static CSharpCompilation Edited(string path, string old, string text)
    {
        var tree = Before.SyntaxTrees.Single(t => t.FilePath == path);
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return Before.ReplaceSyntaxTree(tree, UserProject.Tree(new SourceFile(path, tree.ToString().Replace(old, text, StringComparison.Ordinal))));
    }
}
