using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ermine.Generator.Rules;

/// <summary>Where a part of a text stands in the literals that say it: plain, verbatim or raw, on one line or several, and joined with +.</summary>
internal static class LiteralText
{
    /// <summary>The place; null where the expression is no literal, nor made of literals.</summary>
    /// <param name="expression">What says the text.</param>
    /// <param name="start">UTF-16 units of the text before the part.</param>
    /// <param name="length">UTF-16 units of the part; where it is 0, what stands before is pointed at, since something is missing behind it.</param>
    public static Location? Place(ExpressionSyntax? expression, int start, int length)
    {
        var units = new List<TextSpan>();
        if (expression is null || !TryRead(expression, units)) return null;
        if (units.Count == 0 || start > units.Count) return expression.GetLocation(); // it is empty, or half typed

        var first = Math.Min(length == 0 && start > 0 ? start - 1 : start, units.Count - 1);
        var last = Math.Min(first + Math.Max(length, 1), units.Count) - 1;
        return Location.Create(expression.SyntaxTree, TextSpan.FromBounds(units[first].Start, units[last].End));
    }

    // Where each unit of the text stands in the file.
    private static bool TryRead(ExpressionSyntax expression, List<TextSpan> units)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return TryRead(inner.Expression, units);
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TryRead(sum.Left, units) && TryRead(sum.Right, units);
            case LiteralExpressionSyntax { Token: var token } when token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken):
                var read = Read(token);
                if (read.Count == token.ValueText.Length) units.AddRange(read.Select(u => new TextSpan(token.SpanStart + u.Start, u.Length)));
                else units.AddRange(Enumerable.Repeat(token.Span, token.ValueText.Length)); // it is half typed
                return true;
            default:
                return false;
        }
    }

    private static List<TextSpan> Read(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(token.Text),
        SyntaxKind.StringLiteralToken => Escaped(token.Text),
        SyntaxKind.SingleLineRawStringLiteralToken => Raw(token.Text, Quotes(token.Text), token.Text.Length - Quotes(token.Text), 0),
        _ => RawLines(token.Text),
    };

    private static List<TextSpan> Escaped(string token)
    {
        var units = new List<TextSpan>();
        for (var at = 1; at < token.Length - 1; at = units[units.Count - 1].End)
        {
            var digits = token[at] != '\\' ? -1 : token[at + 1] switch { 'u' => 4, 'U' => 8, 'x' => Hexadecimal(token, at + 2), _ => 0 };
            var unit = new TextSpan(at, 2 + digits);
            units.Add(unit);
            if (digits == 8 && !token.AsSpan(at + 2, 4).SequenceEqual("0000".AsSpan())) units.Add(unit); // two units
        }

        return units;
    }

    private static int Hexadecimal(string token, int at)
    {
        var digits = 0;
        while (digits < 4 && at + digits < token.Length && Uri.IsHexDigit(token[at + digits])) digits++;
        return digits;
    }

    private static List<TextSpan> Verbatim(string token)
    {
        var units = new List<TextSpan>();
        for (var at = 2; at < token.Length - 1; at = units[units.Count - 1].End) units.Add(new TextSpan(at, token[at] == '"' ? 2 : 1));
        return units;
    }

    private static List<TextSpan> RawLines(string token)
    {
        var quotes = Quotes(token);
        var (begin, end) = (token.IndexOf('\n') + 1, token.LastIndexOf('\n'));
        if (begin == 0 || end < begin) return [];

        var indentation = token.Length - quotes - end - 1;
        return Raw(token, begin, end > 0 && token[end - 1] == '\r' ? end - 1 : end, indentation);
    }

    private static List<TextSpan> Raw(string token, int begin, int end, int indentation)
    {
        var units = new List<TextSpan>();
        for (var at = begin; at < end;)
        {
            for (var blank = 0; blank < indentation && at < end && token[at] is not ('\r' or '\n'); blank++) at++;
            while (at < end)
            {
                units.Add(new TextSpan(at++, 1));
                if (token[at - 1] == '\n') break;
            }
        }

        return units;
    }

    private static int Quotes(string token) => token.Length - token.TrimStart('"').Length;
}
