using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Hostile;

/// <summary>The generator runs at every keystroke, so over code as it is on its way to being right.</summary>
public sealed class TypingTests
{
    public static TheoryData<string> Names => [.. HostileCode.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_lives_through_the_typing_of(string name)
    {
        var source = HostileCode.ByName[name];

        foreach (var length in Thinned.To(40, Enumerable.Range(0, source.Length))) AssertLives(source[..length]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_lives_through_the_lack_of_each_token_of(string name)
    {
        var source = HostileCode.ByName[name];

        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0);

        foreach (var token in Thinned.To(10, tokens))
            AssertLives(source.Remove(token.SpanStart, token.Span.Length));
    }

    [Fact]
    public void It_lives_through_a_class_that_is_declared_in_four_ways() => AssertLives("""
        namespace Polls;
        public class Voting { [Function, Rest("GET /a")] public string A() => ""; [Function, Rest("GET /a")] public string A() => ""; }
        public class Voting { [Function, Rest("GET /a")] public string A() => ""; }
        public struct Voting { [Function, Rest("GET /a")] public string A() => ""; }
        public record Voting { [Function, Rest("GET /a")] public string A() => ""; }
        public static partial class P { [Function, Function, Rest("GET /a")] public static partial string A(); [Function, Rest("GET /a")] public static partial string A() => ""; }
        public static class E { extension(string text) { [Function, Rest("GET /a")] public string A() => ""; } }
        """);

    [Fact]
    public void A_half_typed_class_changes_no_file_of_another()
    {
        const string Whole = """namespace Polls; public static class Voting { [Function, Rest("GET /a")] public static string A() => ""; }""";

        var before = Wired.App(Whole, """namespace Polls; public static class Half { [Function, Rest("GET /b")] public static string A(string b) => ""; }""");
        var after = Wired.App(Whole, """namespace Polls; public static class Half { [Function, Rest("GET /b" public static strin A(string""");

        Assert.Equal(before.Files["Polls.Voting.g.cs"], after.Files["Polls.Voting.g.cs"]);
    }

    [Fact]
    public void A_line_above_changes_nothing_though_an_attribute_asks_for_its_number()
    {
        var source = HostileCode.ByName["caller information"];

        Assert.Equal(Wired.App(source).Text, Wired.App("\n\n" + source).Text);
    }

    private static void AssertLives(string source)
    {
        var thrown = Wired.App(source).Thrown;
        Assert.True(thrown is null, $"{thrown}\n\n{source}");
    }
}
