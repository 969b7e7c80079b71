using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Emitting;

/// <summary>Hot reload restarts an app when a method with the restart attribute is edited; a change that the running app cannot take on must edit one.</summary>
public sealed class RestartTests
{
    private const string Attribute = "[global::System.Runtime.CompilerServices.RestartRequiredOnMetadataUpdate]";

    private const string Voting = """
        namespace Polls;
        [Queue("votes")] public sealed record Vote(Guid Id);
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote) => _ = vote;
        }
        """;

    [Theory]
    [InlineData("QueueTrigger]", "QueueTrigger(\"others\")]")]
    [InlineData("QueueTrigger]", "QueueTrigger(BatchSize = 7)]")]
    [InlineData("[Function,", "[Function(MaxAttempts = 2),")]
    [InlineData("[Queue(\"votes\")]", "[Queue(\"ballots\")]")]
    [InlineData("public void Tally(Vote vote) => _ = vote;", "public Task Tally(Vote vote) => Task.CompletedTask;")] // the handler's type changes: the running app holds the old one
    [InlineData("public void Tally(Vote vote)", "public void Tally(Vote vote, CancellationToken ct)")]
    public void An_edit_of_the_wiring_edits_the_registration(string old, string text) =>
        Assert.NotEqual(Registration(Voting), Registration(Voting.Replace(old, text, StringComparison.Ordinal)));

    [Fact]
    public void An_edit_of_a_body_does_not() =>
        Assert.Equal(Registration(Voting), Registration(Voting.Replace("_ = vote", "_ = vote.Id", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Polls.Voting", "internal static void AddTo")]
    [InlineData("Ermine-Functions", "static partial void AddFunctions")]
    [InlineData("Ermine-App", "public static TBuilder AddErmine<TBuilder>")]
    public void What_runs_at_start_carries_the_attribute(string file, string method)
    {
        var text = UserProject.App(Voting, "System.Console.WriteLine();").Compile().Compiles().File(file);

        Assert.Matches($@"{System.Text.RegularExpressions.Regex.Escape(Attribute)}\n *{System.Text.RegularExpressions.Regex.Escape(method)}", text);
    }

    private static string Registration(string voting)
    {
        var file = UserProject.Library(voting).Compile().Compiles().File("Polls.Voting");
        var start = file.IndexOf(Attribute, StringComparison.Ordinal);
        return file[start..file.IndexOf("    }\n", start, StringComparison.Ordinal)];
    }
}
