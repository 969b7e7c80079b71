using Ermine.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Tests.Rules;

/// <summary>Where a fault in a text is shown in the source that says the text.</summary>
public sealed class LiteralTextTests
{
    // Every unit of a text is one of these, as source writes it, so that where it stands is known without reading the literal.
    private static readonly string[] Escaped = ["a", "\\\"", "\\\\", "\\n", "\\u00e9", "\\x0041", "\\0", "é", "{", " ", "\\e"];
    private static readonly string[] Verbatim = ["a", "\"\"", "\\", "é", "{", "\n", " "];
    private static readonly string[] Raw = ["a", "\\", "é", "{", " ", "'"];

    [Fact]
    public void Each_unit_is_found_where_it_is_written()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            Check(Written("\"", Escaped, "\"", random));
            Check(Written("@\"", Verbatim, "\"", random));
            Check(Written("\"\"\"", Raw, "x\"\"\"", random));
            Check(Lines(random));
        }
    }

    [Theory]
    [InlineData("\"ab\"", 2, 0, "b")]
    [InlineData("\"ab\"", 0, 0, "a")]
    [InlineData("\"\"", 0, 0, "\"\"")]
    [InlineData("\"ab\" + (\"c\" + @\"d\")", 1, 1, "b")]
    [InlineData("\"ab\" + (\"c\" + @\"d\")", 3, 1, "d")]
    [InlineData("\"ab\" + \"\" + \"cd\"", 1, 2, "b\" + \"\" + \"c")]
    [InlineData("\"ab\" + \"\"", 2, 0, "b")]
    [InlineData("\"a\\U0001F600b\"", 1, 2, "\\U0001F600")]
    [InlineData("\"a\\U0001F600b\"", 3, 1, "b")]
    [InlineData("\"a\\\"b\\\"c\"", 1, 3, "\\\"b\\\"")]
    public void A_part_is_found_from_its_first_unit_to_its_last(string literal, int start, int length, string shown) => Assert.Equal(shown, Shown(literal, start, length));

    private static void Check((string Literal, List<string> Units) written)
    {
        Assert.All(written.Units.Index(), unit => Assert.Equal(unit.Item, Shown(written.Literal, unit.Index, 1)));
    }

    private static (string, List<string>) Written(string open, string[] units, string close, Random random)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 12)).Select(_ => units[random.Next(units.Length)]).ToList();
        return (open + string.Concat(chosen) + close, chosen);
    }

    private static (string, List<string>) Lines(Random random)
    {
        var indentation = new string(' ', random.Next(0, 9));
        var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Enumerable.Range(0, random.Next(0, 6)).Select(_ => Raw[random.Next(Raw.Length)]).ToList()).ToList();
        var units = lines.SelectMany((line, i) => i == 0 ? line : (IEnumerable<string>)["\n", .. line]).ToList();
        return ($"\"\"\"\n{string.Concat(lines.Select(l => l.Count == 0 ? "\n" : $"{indentation}{string.Concat(l)}\n"))}{indentation}\"\"\"", units);
    }

    private static string Shown(string literal, int start, int length)
    {
        var tree = CSharpSyntaxTree.ParseText($"var text = {literal};");
        var expression = tree.GetRoot().DescendantNodes().OfType<EqualsValueClauseSyntax>().Single().Value;
        Assert.DoesNotContain(tree.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);

        return tree.ToString().Substring(LiteralText.Place(expression, start, length)!.SourceSpan.Start, LiteralText.Place(expression, start, length)!.SourceSpan.Length);
    }
}
