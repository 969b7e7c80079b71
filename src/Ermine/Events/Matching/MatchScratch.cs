namespace Ermine.Events.Matching;

/// <summary>What a thread writes down while it matches one event, kept from event to event so that matching allocates nothing once it has grown to what events need.</summary>
internal sealed class MatchScratch
{
    [ThreadStatic] private static MatchScratch? _ofThread;

    private int[] _branches = [];
    private int[] _rules = [];
    private int[] _touched = [];
    private int _touchedCount;
    private int _round;

    private MatchScratch()
    {
    }

    /// <summary>The scratch of the calling thread.</summary>
    public static MatchScratch OfThread => _ofThread ??= new MatchScratch();

    /// <summary>The values that were met, in the order of the event.</summary>
    public Occurrence[] Values = new Occurrence[64];

    public int ValueCount;

    /// <summary>The elements of arrays that were met, from outside to inside; the first is the event.</summary>
    public ArrayElement[] Elements = new ArrayElement[16];

    public int ElementCount;

    public int ArrayCount;

    /// <summary>The texts that had to be unescaped, one behind the other.</summary>
    public byte[] Text = new byte[256];

    public int TextCount;

    /// <summary>The first value of each field; -1 for none.</summary>
    public int[] First = [];

    /// <summary>The last value of each field.</summary>
    public int[] Last = [];

    /// <summary>Whether a value of the field stands in an element of an array.</summary>
    public bool[] IsInElement = [];

    /// <summary>The rules that matched.</summary>
    public MatchedRule[] Matched = new MatchedRule[16];

    public int MatchedCount;

    /// <summary>What the search for elements that agree writes down.</summary>
    public ElementSearch Search { get; } = new();

    /// <summary>The fields that have a value.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>Begins an event, of which no rule has matched yet.</summary>
    public void Begin(RuleSnapshot rules)
    {
        if (_rules.Length < rules.RuleNumbers) Array.Resize(ref _rules, rules.RuleNumbers * 2);
        if (++_round == int.MaxValue)
        {
            Array.Clear(_branches);
            Array.Clear(_rules);
            _round = 1;
        }

        MatchedCount = 0;
    }

    /// <summary>Forgets the values of the event before, and makes room for what is written down of this one.</summary>
    public void BeginValues(RuleSnapshot rules)
    {
        Forget();
        if (First.Length < rules.Plans.Length)
        {
            var before = First.Length;
            Array.Resize(ref First, rules.Plans.Length);
            Array.Resize(ref Last, rules.Plans.Length);
            Array.Resize(ref IsInElement, rules.Plans.Length);
            Array.Resize(ref _touched, rules.Plans.Length);
            First.AsSpan(before).Fill(-1);
        }

        if (_branches.Length < rules.BranchNumbers) Array.Resize(ref _branches, rules.BranchNumbers * 2);
    }

    /// <summary>Forgets the values that were met.</summary>
    public void Forget()
    {
        foreach (var field in Touched) (First[field], IsInElement[field]) = (-1, false);
        (ValueCount, ElementCount, ArrayCount, TextCount, _touchedCount) = (0, 1, 0, 0, 0);
        Elements[0] = default;
    }

    /// <summary>Lets go of the rules, which would otherwise live as long as the thread.</summary>
    public void End()
    {
        for (var i = 0; i < MatchedCount; i++) Matched[i] = default;
    }

    /// <summary>Whether a branch is met for the first time at this event.</summary>
    public bool IsNew(Branch branch)
    {
        if (_branches[branch.Index] == _round) return false;

        _branches[branch.Index] = _round;
        return true;
    }

    /// <summary>Whether a rule has matched this event already.</summary>
    public bool HasMatched(RuleEntry rule) => _rules[rule.Index] == _round;

    public void Add(RuleEntry[] rules)
    {
        foreach (var rule in rules) Add(rule);
    }

    public void Add(RuleEntry rule)
    {
        _rules[rule.Index] = _round;
        if (MatchedCount == Matched.Length) Array.Resize(ref Matched, MatchedCount * 2);
        Matched[MatchedCount++] = new MatchedRule(rule);
    }

    /// <summary>Adds a value of a field.</summary>
    public void Add(int field, int element, ValueKind kind, int start, int length, bool isUnescaped)
    {
        if (ValueCount == Values.Length) Array.Resize(ref Values, ValueCount * 2);
        var place = ValueCount++;
        ref var value = ref Values[place];
        (value.Field, value.Element, value.Kind, value.Start, value.Length, value.IsUnescaped, value.Next) = (field, element, kind, start, length, isUnescaped, -1);
        if (First[field] < 0)
        {
            First[field] = place;
            _touched[_touchedCount++] = field;
        }
        else
        {
            Values[Last[field]].Next = place;
        }

        Last[field] = place;
        IsInElement[field] |= element != 0;
    }

    /// <summary>Begins an element of an array, and says its number.</summary>
    public int BeginElement(int parent, int array)
    {
        if (ElementCount == Elements.Length) Array.Resize(ref Elements, ElementCount * 2);
        Elements[ElementCount] = new ArrayElement { Parent = parent, Array = array, FirstValue = ValueCount };
        return ElementCount++;
    }

    public void EndElement(int element)
    {
        Elements[element].End = ElementCount;
        Elements[element].EndValue = ValueCount;
    }

    /// <summary>Unescapes a string behind the texts that are there, and says where it begins.</summary>
    public int Unescape(ReadOnlySpan<byte> raw, out int length)
    {
        var start = TextCount;
        length = JsonText.Unescape(raw, Room(raw.Length));
        TextCount += length;
        return start;
    }

    /// <summary>Room behind the texts that are there.</summary>
    public Span<byte> Room(int length)
    {
        if (Text.Length - TextCount < length) Array.Resize(ref Text, Math.Max(Text.Length * 2, TextCount + length));
        return Text.AsSpan(TextCount, length);
    }

    /// <summary>The text of a value that was met: a string unescaped, in UTF-8; a number or literal as written.</summary>
    public ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> json, ref Occurrence value) => value.IsUnescaped ? Text.AsSpan(value.Start, value.Length) : json.Slice(value.Start, value.Length);
}
