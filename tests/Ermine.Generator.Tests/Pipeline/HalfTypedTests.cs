using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Pipeline;

/// <summary>The generator runs at every keystroke, so over code as it is on its way to being right.</summary>
public sealed class HalfTypedTests
{
    private const string Typed = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [assembly: ErmineProvider(typeof(Polls.PollsProvider))]

        namespace Polls
        {
            public static class PollsProvider { public static void AddTo(object builder, object catalog) => _ = (builder, catalog); }

            [Queue("ballots")] public sealed record Ballot(Guid PollId, int Choice, (int, int) Pair);
            [Event("polls", "Closed")] public sealed record Closed(int Total, string? Nick);
            public sealed record NewPoll(string Question, IReadOnlyList<string> Choices);
            public sealed class NoteAttribute<T>(params object?[] values) : Attribute { public object?[] Values => values; public Type? Type { get; set; } }

            [Authorize("staff"), Note<List<int>>(1, "two", typeof(List<>), new[] { 1.5, 2 }, Type = typeof(Dictionary<string, int?>))]
            public partial class Casting(TimeProvider clock, [FromKeyedServices("a")] IQueue<Ballot> ballots)
            {
                [Function(Id = "a.b", TimeoutSeconds = 90), QueueTrigger("ballots", LeaseSeconds = 60)] internal static Task Tally(IReadOnlyList<Ballot> batch, CancellationToken ct) => Task.FromResult((batch, ct));
                [Function, Rest("PUT /polls/{pollId:guid}/{*rest}")] public async Task<string?> Open(Guid pollId, NewPoll? body, string rest, [FromQuery(Name = "q")] int? page = 5) => await Task.FromResult($"{pollId}{body}{rest}{page}{clock}{ballots}");
                [Function, Rest("GET /polls/{id}"), AllowAnonymous] public partial string Show(Guid id);
                public partial string Show(Guid id) => id.ToString();

                [Function, EventRule<Closed>(nameof(IsBig), BatchSize = 5)] public void Close(IReadOnlyList<Closed> closed) => _ = closed;
                private static bool IsBig(Closed o) => o is { Total: > 1 and not 5, Nick: not null } && (o.Nick?.StartsWith('a') == true || Known.Contains(o.Nick));
                private static readonly string[] Known = ["a", "b"];

                public static class Inner { public struct Deep { [Function, QueueTrigger("deep")] public static void Run(Ballot ballot) => _ = ballot; } }
            }
        }
        """;

    private const string Finished = """
        namespace Finished;
        [Queue("votes")] public sealed record Vote(int Id);
        public sealed class Voting { [Function, QueueTrigger] public void Run(Vote vote) => _ = vote; }
        """;

    private readonly EditorSession _session = new(UserProject.App(Finished, "System.Console.WriteLine();"));

    [Fact]
    public void The_whole_file_compiles() => UserProject.Library(Finished, Typed.Replace("using Microsoft.AspNetCore.Mvc;", "using Microsoft.AspNetCore.Mvc;\nusing Microsoft.Extensions.DependencyInjection;", StringComparison.Ordinal)).Compile().Compiles();

    [Fact]
    public void A_file_that_is_typed_changes_nothing_of_a_class_that_does_not_use_it()
    {
        var finished = _session.Files["Finished.Voting.g.cs"];

        foreach (var length in Thinned.To(15, Enumerable.Range(0, Typed.Length)))
        {
            var ran = _session.Edit("Typed.cs", Typed[..length]);

            Assert.DoesNotContain("Finished.Voting.g.cs", ran);
            Assert.DoesNotContain("(ran again for nothing)", ran);
            Assert.Equal(finished, _session.Files["Finished.Voting.g.cs"]);
        }
    }

    [Fact]
    public void A_file_with_a_token_missing_breaks_nothing_else()
    {
        foreach (var token in Thinned.To(3, UserProject.Tree(new SourceFile("Typed.cs", Typed)).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0)))
        {
            var ran = _session.Edit("Typed.cs", Typed.Remove(token.SpanStart, token.Span.Length));

            Assert.DoesNotContain("Finished.Voting.g.cs", ran);
        }
    }

    [Fact]
    public void A_function_that_is_half_typed_is_left_out_and_one_that_names_what_is_not_there_recorded()
    {
        _session.Edit("Typed.cs", "namespace Polls; public sealed class Half { [Function, QueueTrigger] public void Run(Finished.Vote vote) => _ = vote; [Function, QueueTrigger] public void Unknown(Missing vote) { } [Function, QueueTrigger(Batch");

        Assert.Contains("\"half.run\"", _session.Files["Polls.Half.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"half.unknown\"", _session.Files["Polls.Half.g.cs"], StringComparison.Ordinal);
        Assert.Contains("catalog.Omit(\"Polls.Half.Unknown\", \"CS0246\"", _session.Files["Polls.Half.g.cs"], StringComparison.Ordinal); // another generator may make the type, and the app compile
    }
}
