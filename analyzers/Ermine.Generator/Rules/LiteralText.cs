using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ermine.Generator.Rules;

/// <summary>Where a part of a text stands in the literal that says it: plain, verbatim or raw, on one line or several.</summary>
internal static class LiteralText
{
    /// <summary>The place; null where the expression is no literal.</summary>
    /// <param name="expression">What says the text.</param>
    /// <param name="start">UTF-16 units of the text before the part.</param>
    /// <param name="length">UTF-16 units of the part; where it is 0, what stands before is pointed at, since something is missing behind it.</param>
    public static Location? Place(ExpressionSyntax? expression, int start, int length)
    {
        if (expression is not LiteralExpressionSyntax { Token: var token }) return null;

        var places = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(token.Text),
            SyntaxKind.StringLiteralToken => Escaped(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(token.Text, Quotes(token.Text), token.Text.Length - Quotes(token.Text), 0),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(token.Text),
            _ => [],
        };
        if (places.Count != token.ValueText.Length + 1) return token.GetLocation(); // it is half typed

        var first = Math.Min(length == 0 && start > 0 ? start - 1 : start, Math.Max(0, places.Count - 2));
        var last = Math.Min(first + Math.Max(length, 1), places.Count - 1);
        return Location.Create(token.SyntaxTree!, TextSpan.FromBounds(token.SpanStart + places[first], token.SpanStart + Math.Max(places[last], places[first])));
    }

    // Of each unit of the text where it begins in the token, and at the end where the last one ends.
    private static List<int> Escaped(string token)
    {
        var places = new List<int>();
        var at = 1;
        while (at < token.Length - 1)
        {
            places.Add(at);
            if (token[at] != '\\')
            {
                at++;
                continue;
            }

            var digits = token[at + 1] switch { 'u' => 4, 'U' => 8, 'x' => Hexadecimal(token, at + 2), _ => 0 };
            if (token[at + 1] == 'U' && !token.AsSpan(at + 2, 4).SequenceEqual("0000".AsSpan())) places.Add(at); // two units
            at += 2 + digits;
        }

        places.Add(at);
        return places;
    }

    private static int Hexadecimal(string token, int at)
    {
        var digits = 0;
        while (digits < 4 && at + digits < token.Length && Uri.IsHexDigit(token[at + digits])) digits++;
        return digits;
    }

    private static List<int> Verbatim(string token)
    {
        var places = new List<int>();
        var at = 2;
        for (; at < token.Length - 1; at += token[at] == '"' ? 2 : 1) places.Add(at);
        places.Add(at);
        return places;
    }

    private static List<int> RawLines(string token)
    {
        var quotes = Quotes(token);
        var (begin, end) = (token.IndexOf('\n') + 1, token.LastIndexOf('\n'));
        if (begin == 0 || end < begin) return [];

        var indentation = token.Length - quotes - end - 1;
        return Raw(token, begin, end > 0 && token[end - 1] == '\r' ? end - 1 : end, indentation);
    }

    private static List<int> Raw(string token, int begin, int end, int indentation)
    {
        var places = new List<int>();
        for (var at = begin; at < end;)
        {
            for (var blank = 0; blank < indentation && at < end && token[at] is not ('\r' or '\n'); blank++) at++;
            while (at < end)
            {
                places.Add(at++);
                if (token[at - 1] == '\n') break;
            }
        }

        places.Add(end);
        return places;
    }

    private static int Quotes(string token) => token.Length - token.TrimStart('"').Length;
}
