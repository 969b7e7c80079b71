using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Pipeline;

/// <summary>What an edit makes run again, and what it must not leave stale.</summary>
public sealed class CachingTests
{
    private const string Voting = """
        namespace Polls;
        [Queue("votes")] public sealed record Vote(Guid Id);
        public sealed class Voting
        {
            [Function, QueueTrigger(BatchSize = 500)] public void Tally(IReadOnlyList<Vote> votes) { _ = votes; }
            [Function, Rest("GET /votes/{id}")] public string Show(Guid id) => $"{id}";
        }
        """;

    private const string Other = """
        namespace Polls;
        public sealed class Other
        {
            [Function, QueueTrigger("others")] public void Run(Vote vote) => _ = vote;
        }
        """;

    private const string Plain = "namespace Polls;\npublic sealed class Plain { public int One() => 1; }";

    private const string Program = "using Microsoft.AspNetCore.Builder;\nvar builder = WebApplication.CreateBuilder(args);\nbuilder.AddErmine();\n";

    private const string Reporting = """
        namespace Polls;
        public sealed class Reporting
        {
            [Function] public async Task<int> Count(Guid pollId) { await Task.Yield(); return 1; }
        }
        """;

    private readonly EditorSession _session = new(UserProject.App(Voting, Other, Plain, Program));

    [Fact]
    public void An_unrelated_edit_runs_nothing() => Assert.Empty(_session.Replace("File2.cs", "=> 1", "=> 2"));

    [Fact]
    public void A_new_plain_class_runs_nothing() => Assert.Empty(_session.Edit("New.cs", "namespace Polls;\npublic sealed class New;"));

    [Fact]
    public void A_shift_of_lines_runs_nothing() => Assert.Empty(_session.Replace("File0.cs", "namespace Polls;", "\n\n// a comment\nnamespace Polls;\n\n"));

    [Fact]
    public void An_edit_of_a_body_runs_nothing() => Assert.Empty(_session.Replace("File0.cs", "{ _ = votes; }", "{ _ = votes.Count; }"));

    [Fact]
    public void An_edit_of_the_program_runs_nothing() => Assert.Empty(_session.Edit("File3.cs", Program + "builder.Build();"));

    [Fact]
    public void An_edit_of_a_plain_member_runs_nothing() => Assert.Empty(_session.Replace("File0.cs", "[Function, Rest", "private int _count;\n[Function, Rest"));

    [Theory]
    [InlineData("BatchSize = 500", "BatchSize = 501")]
    [InlineData("\"GET /votes/{id}\"", "\"GET /polls/{id}\"")]
    [InlineData("[Function, Rest", "[Obsolete, System.ComponentModel.Description(\"new\"), Function, Rest")]
    [InlineData("Show(Guid id)", "Show(int id)")]
    [InlineData("public string Show", "public static string Show")]
    [InlineData("public sealed class Voting", "public sealed class Voting(TimeProvider clock)")]
    [InlineData("public sealed class Voting", "[System.ComponentModel.Description(\"new\")] public sealed class Voting")]
    [InlineData("Tally(IReadOnlyList<Vote> votes)", "Tally(Vote votes)")]
    [InlineData("[Function, Rest", "[Function(TimeoutSeconds = 5), Rest")]
    public void An_edit_of_a_function_runs_its_file_alone(string old, string text) => Assert.Equal(["Polls.Voting.g.cs"], _session.Replace("File0.cs", old, text));

    [Fact]
    public void An_edit_of_a_contract_runs_every_class_that_uses_it() => Assert.Equal(["Polls.Other.g.cs", "Polls.Voting.g.cs"], _session.Replace("File0.cs", "Queue(\"votes\")", "Queue(\"ballots\")"));

    [Theory]
    [InlineData("Range(1, 9)", "Range(1, 8)")]
    [InlineData("int Count", "double Count")]
    [InlineData("List<Part>", "List<Part?>")]
    [InlineData("public enum Size", "[Flags] public enum Size")]
    public void An_edit_of_what_is_checked_runs_the_class_that_checks_it(string old, string text)
    {
        _session.Edit("Order.cs", """
            using System.ComponentModel.DataAnnotations;
            namespace Polls;
            public sealed class Order { public List<Part> Parts { get; set; } = []; public Size Size { get; set; } }
            public sealed class Part { [Range(1, 9)] public int Count { get; set; } }
            public enum Size { Small }
            """);
        _session.Edit("Ordering.cs", "namespace Polls;\npublic sealed class Ordering { [Function, Rest(\"POST /orders\")] public void Place(Order order) => _ = order; }");

        Assert.Equal(["Polls.Ordering-Validation.g.cs"], _session.Replace("Order.cs", old, text));
    }

    [Fact]
    public void An_edit_of_what_is_not_checked_runs_nothing()
    {
        _session.Edit("Order.cs", "using System.ComponentModel.DataAnnotations;\nnamespace Polls;\npublic sealed class Order { [Range(1, 9)] public int Count { get; set; } public int Free { get; set; } }");
        _session.Edit("Ordering.cs", "namespace Polls;\npublic sealed class Ordering { [Function, Rest(\"POST /orders\")] public void Place(Order order) => _ = order; }");

        Assert.Empty(_session.Replace("Order.cs", "int Free", "int? Free"));
    }

    [Theory]
    [InlineData("Thanking.cs", "o.Total > 100", "o.Total > 200")]
    [InlineData("Thanking.cs", "Limits.Home", "\"Rome\"")]
    [InlineData("Part.cs", "o.Name == ", "o.Name != ")]
    [InlineData("Limits.cs", "\"Berlin\"", "\"Paris\"")]
    [InlineData("Limits.cs", "= 7", "= 8")]
    [InlineData("Order.cs", "decimal Total", "[property: System.Text.Json.Serialization.JsonPropertyName(\"sum\")] decimal Total")]
    [InlineData("Order.cs", "\"OrderPlaced\"", "\"OrderPaid\"")]
    public void An_edit_of_what_a_predicate_says_runs_its_class_alone(string path, string old, string text)
    {
        Predicates();

        Assert.Equal(["Polls.Thanking.g.cs"], _session.Replace(path, old, text));
    }

    [Theory]
    [InlineData("Thanking.cs", "o.Total > 100", "100 < o.Total")]
    [InlineData("Thanking.cs", "{ _ = 1; }", "{ _ = 2; }")]
    [InlineData("Part.cs", "s.Length > 3", "s.Length > 4")]
    [InlineData("Part.cs", "private static", "\n\n/* moved */ private static")]
    public void An_edit_that_changes_no_pattern_runs_nothing(string path, string old, string text)
    {
        Predicates();

        Assert.Empty(_session.Replace(path, old, text));
    }

    // The class stands in two files, and its predicates speak of what others declare.
    private void Predicates()
    {
        _session.Edit("Order.cs", "namespace Polls;\n[Event(\"shop\", \"OrderPlaced\")] public sealed record OrderPlaced(decimal Total, string Name, int Count);");
        _session.Edit("Limits.cs", "namespace Polls;\npublic static class Limits { public const string Home = \"Berlin\"; public static readonly int Most = 7; }");
        _session.Edit("Part.cs", "namespace Polls;\npublic partial class Thanking { private static bool IsHome(OrderPlaced o) => o.Name == Limits.Home || o.Count == Limits.Most; private static bool Plain(string s) => s.Length > 3; }");
        _session.Edit("Thanking.cs", """
            namespace Polls;
            public partial class Thanking
            {
                [Function, EventRule<OrderPlaced>(nameof(IsBig))] public void Thank(OrderPlaced order) { _ = 1; }
                [Function, EventRule<OrderPlaced>(nameof(IsHome))] public void Greet(OrderPlaced order) { _ = 1; }
                private static bool IsBig(OrderPlaced o) => o.Total > 100 && o.Name != Limits.Home;
            }
            """);
        Assert.Contains("\"numeric\": [\">\", 100]", _session.Files["Polls.Thanking.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_class_runs_its_own_file_and_the_catalog()
    {
        var ran = _session.Edit("New.cs", "namespace Polls;\npublic sealed class New { [Function, QueueTrigger(\"new\")] public void Run(Vote vote) => _ = vote; }");

        Assert.Equal(["Ermine-Functions.g.cs", "Polls.New.g.cs"], ran);
    }

    [Fact]
    public void A_class_that_loses_its_last_function_loses_its_file()
    {
        var ran = _session.Replace("File1.cs", "[Function, QueueTrigger(\"others\")] ", "");

        Assert.Equal(["Ermine-Functions.g.cs"], ran);
        Assert.DoesNotContain("Polls.Other.g.cs", _session.Files.Keys);
    }

    [Fact]
    public void An_app_that_loses_its_program_gets_one() => Assert.Equal(["Ermine-Program.g.cs"], _session.Edit("File3.cs", ""));

    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("namespace Polls;", "namespace Polls;\n\n// a comment\n")]
    public void A_typed_client_does_not_follow_what_it_does_not_name(string old, string text) => Assert.Empty(OnDemand().Replace("File0.cs", old, text));

    [Fact]
    public void A_setting_of_a_function_on_demand_leaves_its_typed_client_alone() =>
        Assert.Equal(["Polls.Reporting.g.cs"], OnDemand().Replace("File0.cs", "[Function]", "[Function(TimeoutSeconds = 5)]"));

    [Theory]
    [InlineData("Count(Guid pollId)", "Count(Guid poll)")]
    [InlineData("Task<int> Count", "Task<long> Count")]
    [InlineData(" Count(", " Tally(")]
    public void A_typed_client_follows_what_it_names(string old, string text) =>
        Assert.Equal(["Polls.Reporting-Calls.g.cs", "Polls.Reporting.g.cs"], OnDemand().Replace("File0.cs", old, text).Order(StringComparer.Ordinal));

    private static EditorSession OnDemand() => new(UserProject.App(Reporting, Plain, Program));

    [Fact]
    public void A_class_that_is_being_typed_changes_no_other()
    {
        var ran = _session.Edit("New.cs", "namespace Polls;\npublic sealed class New { [Function, QueueTrigger(");

        Assert.Empty(ran);
    }
}
