namespace Ermine.Generator.Tests.Hostile;

/// <summary>A function is wired, or the catalog says why not; none is lost in silence.</summary>
public sealed class LossTests
{
    [Theory]
    [InlineData("public void A(Unknown body) { }")]
    [InlineData("public Unknown A() => default!;")]
    [InlineData("public void A(IQueue<Unknown> queue) { }")]
    [InlineData("[Unknown] public void A() { }")]
    public void A_function_that_names_what_another_generator_makes_is_recorded_as_left_out(string method) =>
        Assert.Contains("catalog.Omit(\"Voting.A\", ", Wired.App($$"""public sealed class Voting { [Function, Rest("POST /a")] {{method}} }""").Text, StringComparison.Ordinal);

    [Fact]
    public void A_function_whose_constructor_names_what_another_generator_makes_is_recorded_as_left_out() =>
        Assert.Contains("catalog.Omit(\"Voting.A\", ", Wired.App("""public sealed class Voting(Unknown x) { [Function, Rest("POST /a")] public void A() { } }""").Text, StringComparison.Ordinal);

    [Fact]
    public void A_function_on_the_implementing_part_of_a_partial_method_is_wired() =>
        Assert.Contains("catalog.Add(\"voting.a\"", Wired.App("""
            public static partial class Voting
            {
                public static partial string A();
                [Function, Rest("GET /a")] public static partial string A() => "";
            }
            """).Compiles().Text, StringComparison.Ordinal);

    [Fact]
    public void Every_fault_of_a_function_is_recorded()
    {
        var text = Wired.App("""
            namespace Polls;
            public sealed class Voting { [Function, Rest("POST /a/{left}")] public void A(Body one, Body two) { } }
            public sealed record Body(int A);
            """).Text;

        Assert.Contains("catalog.Omit(\"Polls.Voting.A\", \"ERM402\"", text, StringComparison.Ordinal);
        Assert.Contains("catalog.Omit(\"Polls.Voting.A\", \"ERM404\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class Voting(string name) { [Function, Rest(\"GET /a\")] public string A() => name; }")]
    [InlineData("public sealed class Voting { public Voting(ref int a) { } [Function, Rest(\"GET /a\")] public string A() => \"\"; }")]
    [InlineData("public sealed class Voting { [Function, Rest(\"GET /a\")] public void A(IReadOnlyDictionary<string, int> filter) { } }")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger] public void A(List<Vote> votes) { } } [Queue(\"votes\")] public sealed record Vote(int A);")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger] public void A(IEnumerable<Vote> votes) { } } [Queue(\"votes\")] public sealed record Vote(int A);")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger] public void A(Vote[] votes) { } } [Queue(\"votes\")] public sealed record Vote(int A);")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger(\"a\")] public void A(Ermine.Kernel.Invocation<Microsoft.AspNetCore.Http.HttpContext> invocation) { } }")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger(\"a\")] public void A([Microsoft.AspNetCore.Mvc.FromBody] string text) { } }")]
    [InlineData("public sealed class Voting { [Function] public void A([Microsoft.AspNetCore.Mvc.FromQuery] string text) { } }")]
    [InlineData("public sealed class Voting { [Function] public void A(Microsoft.AspNetCore.Http.HttpContext http) { } }")]
    [InlineData("public sealed class Voting { [Function, QueueTrigger] public void A(IReadOnlyList<Vote> votes, System.Security.Claims.ClaimsPrincipal user) { } } [Queue(\"votes\")] public sealed record Vote(int A);")]
    [InlineData("public sealed class Voting { [Function] public void A(ReadOnlySpan<int> numbers) { } }")]
    [InlineData("public sealed class Voting { [Function] public Microsoft.AspNetCore.Http.IResult A() => null!; }")]
    [InlineData("public sealed class Voting { [Function] public IEnumerable<int> A() { yield return 1; } }")]
    public void What_would_be_certain_to_fail_in_every_run_is_left_out(string source)
    {
        var text = Wired.App(source).Text;

        Assert.Contains("catalog.Omit(\"Voting.A\", ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("catalog.Add(", text, StringComparison.Ordinal);
    }
}
