namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>Makes texts that fit a regular expression, as far as documents use them: characters, classes, groups, alternatives and repeats.</summary>
internal sealed class PatternText
{
    private const string Printable = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private const int Longest = 40;

    private readonly string _pattern;
    private readonly Random _random;
    private readonly bool _isAtEdge;
    private int _at;

    private PatternText(string pattern, Random random, bool isAtEdge) => (_pattern, _random, _isAtEdge) = (pattern, random, isAtEdge);

    /// <summary>A text. What is repeated is repeated often, unless it is one at the edge: then as rarely as may be, or as often.</summary>
    public static string Make(string pattern, Random random, bool isAtEdge) => new PatternText(pattern, random, isAtEdge).Choice()();

    private Func<string> Choice()
    {
        var choices = new List<Func<string>> { Sequence() };
        while (Took('|')) choices.Add(Sequence());
        return () => choices[_random.Next(choices.Count)]();
    }

    private Func<string> Sequence()
    {
        var parts = new List<Func<string>>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')')) parts.Add(Repeated(Atom()));
        return () => string.Concat(parts.Select(part => part()));
    }

    private Func<string> Atom() => _pattern[_at++] switch
    {
        '^' or '$' => () => "",
        '(' => Group(),
        '[' => OneOf(Class()),
        '\\' => OneOf(Escaped()),
        '.' => OneOf(Printable),
        var c => () => $"{c}",
    };

    private Func<string> Group()
    {
        if (_pattern.AsSpan(_at).StartsWith("?:")) _at += 2;
        var inner = Choice();
        return Took(')') ? inner : throw new FormatException($"A group has no end: {_pattern}");
    }

    private string Class()
    {
        var isNegated = Took('^');
        var members = "";
        while (!Took(']'))
        {
            var one = _pattern[_at++] is '\\' ? Escaped() : $"{_pattern[_at - 1]}";
            if (one.Length == 1 && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                var last = _pattern[_at++] is '\\' ? Escaped()[0] : _pattern[_at - 1];
                one = string.Concat(Enumerable.Range(one[0], last - one[0] + 1).Select(c => (char)c));
            }

            members += one;
        }

        return isNegated ? string.Concat(Printable.Except(members)) : members;
    }

    private string Escaped() => _pattern[_at++] switch
    {
        'd' => "0123456789",
        'w' => "abcxyzABCXYZ0189_",
        's' => " ",
        var c => $"{c}",
    };

    private Func<string> OneOf(string members) => () => $"{members[_random.Next(members.Length)]}";

    private Func<string> Repeated(Func<string> atom)
    {
        var (least, most) = Took('*') ? (0, 3) : Took('+') ? (1, 4) : Took('?') ? (0, 1) : Took('{') ? Counts() : (1, 1);
        if (most - least > Longest) most = least + Longest;
        return () => string.Concat(Enumerable.Range(0, _isAtEdge ? _random.Next(2) == 0 ? least : most : _random.Next((least + most) / 2, most + 1)).Select(_ => atom()));
    }

    private (int Least, int Most) Counts()
    {
        var end = _pattern.IndexOf('}', _at);
        var counts = _pattern[_at..end].Split(',');
        _at = end + 1;
        var least = int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture);
        return (least, counts is [_] ? least : counts[1].Length == 0 ? least + Longest : int.Parse(counts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private bool Took(char c)
    {
        if (_at >= _pattern.Length || _pattern[_at] != c) return false;
        _at++;
        return true;
    }
}
