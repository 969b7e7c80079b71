using System.Collections.Immutable;
using Ermine.Generator.Rules;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Tests.Rules;

/// <summary>Rules run at every keystroke, so over code as it is on its way to being right.</summary>
public sealed class HalfTypedTests
{
    private const string Source = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        namespace Polls;

        [Queue("votes")] public sealed record Vote(Guid PollId, int Choice, Proof Proof, (int, int) Pair);
        [Queue("votes")] public sealed class Proof { public Proof(int a) { } public Dictionary<Vote, Stream[,]> Body { get; set; } = new(); }
        [Queue("ballots", GroupKey = "Poll", Version = 2)] public sealed record Ballot([property: System.Text.Json.Serialization.JsonPropertyName("p")] Guid PollId, DateTime At, Dictionary<string, byte[]> Scans);
        public sealed record NewPoll(string Question, IReadOnlyList<string> Choices);

        [Authorize("staff")]
        public partial class Voting<T>(TimeProvider clock)
        {
            [QueueTrigger("vots", BatchSize = 0, Heartbeat = false)] private async void Forgotten(Vote vote) => await Task.Yield();
            [Function(Id = "a.b", TimeoutSeconds = 90), QueueTrigger(Heartbeat = false, LeaseSeconds = 60)] internal static Task Tally(IReadOnlyList<Vote> batch, CancellationToken ct) => Task.CompletedTask;
            [Function, Rest("POST /polls/{pollId:guid:regex(^a{{2}}$)=x}/{*rest}")] public void Open<U>(ref Guid pollId, NewPoll body, [FromServices] Proof other, [FromRoute] int missing) { }
            [Function, Rest("GET /polls/{id?}"), Rest("GET /polls/{name}"), AllowAnonymous] public partial string Show(Guid id);
            public partial string Show(Guid id) => id.ToString() + clock;

            [Function(MaxAttempts = 2), QueueTrigger("ballots", MaxRate = "10/sec", Coalesce = nameof(Ballot.PollId), BatchWindowMilliseconds = 90_000), RetryOn<TimeoutException>(MaxAttempts = 3), RejectOn<TimeoutException>]
            public async Task Count(IReadOnlyList<Ballot> batch, IQueue<Ballot> ballots, IServiceProvider services)
            {
                foreach (var ballot in batch) await ballots.SendAsync(ballot);
                _ = ballots.SendAsync(batch[0], new() { Delay = -TimeSpan.FromSeconds(1), Priority = MessagePriority.High, GroupKey = "" });
            }

            private static readonly Dictionary<int, int> Seen = []; private static (int A, int B) _last;

            [Function, DeadLetterTrigger("vots")] public async Task<bool> Tell(Vote letter, Ermine.Functions.IFunctions functions)
            {
                var (t, all) = (Task.Delay(1), new[] { functions.CallAsync<int>("votes.open", []) });
                if (t.IsCompleted) Thread.Sleep(all[0].Result); else Task.WaitAll([.. all]);
                foreach (var one in all) Seen[one.Result] = _last.A++;
                (_last.A, _last.B) = (1, (await Task.WhenAny(all)).GetAwaiter().GetResult());
                _ = Task.Run(async () => await functions.CallAsync("a", [])); Action later = async () => await t.ConfigureAwait(false);
                return await all[0].ContinueWith(static x => x.Result > 0);
            }
        }

        public enum Mood { Good, Bad } [Event("polls", "Closed")] public sealed record Closed(int Total, string? Nick, Mood Mood, IReadOnlyList<string> Tags);
        public sealed class Closing(Ermine.Events.IEventBus bus)
        {
            private static readonly string[] Known = ["a", "b"];
            [Function, EventRule<Closed>(nameof(IsBig), BatchSize = 5), EventExample(matches: "{ \"source\": \"polls\" }", not: "{ \"source\": [")] public async Task Tell(Closed closed) => await bus.PublishAsync(new Closed(1, null, Mood.Good, []));
            [Function, EventRule("{ \"source\": [\"polls\", \"pols\"], \"detail\": { \"mood\": [\"Good\"], \"total\": [1.5, { \"exists\": false }] } }")] public void Count(Closed closed) { }
            private static bool IsBig(Closed o) => o is { Total: > 1 and not 5, Mood: Mood.Good or Mood.Bad } && (o.Nick?.StartsWith('a') == true || !Known.Contains(o.Nick)) && o.Tags.Contains("x");
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
        [.. typeof(Rule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Polls",
        [CSharpSyntaxTree.ParseText(Compiled.Usings)], Compiled.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public async Task No_rule_throws_while_a_file_is_typed()
    {
        var prefixes = Thinned.To(4, Enumerable.Range(0, Source.Length / 9).Select(n => Source[..(n * 9)]));

        var thrown = await ThrownByAsync(prefixes);

        Assert.Empty(thrown);
    }

    [Fact]
    public async Task No_rule_throws_where_one_token_is_missing()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0);

        var thrown = await ThrownByAsync(Thinned.To(8, tokens).Select(t => Source.Remove(t.SpanStart, t.Span.Length)));

        Assert.Empty(thrown);
    }

    [Fact]
    public async Task The_whole_file_breaks_many_rules()
    {
        var ids = (await RunAsync(Source)).Select(d => d.Id).Distinct();

        Assert.True(ids.Count() >= 6, string.Join(' ', ids));
    }

    private static async Task<List<string>> ThrownByAsync(IEnumerable<string> sources)
    {
        var thrown = new List<string>();
        foreach (var source in sources)
            thrown.AddRange((await RunAsync(source)).Where(d => d.Id == "AD0001").Select(d => $"{d.GetMessage()}\n{source}"));
        return thrown;
    }

    private static Task<ImmutableArray<Diagnostic>> RunAsync(string source) =>
        Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync();
}
