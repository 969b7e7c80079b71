namespace Ermine.Generator.Memo;

/// <summary>Sixty-four bits that stand for a sequence of texts and numbers: another sequence has, as good as certainly, others.</summary>
internal struct Fingerprint
{
    /// <summary>What stands for everything that was added so far.</summary>
    public ulong Value { get; private set; }

    public void Add(ulong number)
    {
        // Each step can be undone, so that no step loses what an earlier one has added; the shifts and products are MurmurHash3's last ones.
        var mixed = (Value ^ number) * 0xff51afd7ed558ccd;
        mixed = (mixed ^ (mixed >> 33)) * 0xc4ceb9fe1a85ec53;
        Value = (mixed ^ (mixed >> 33)) + 0x9e3779b97f4a7c15;
    }

    public void Add(int number) => Add((ulong)number);

    public void Add(string text)
    {
        Add(text.Length);
        for (var i = 0; i < text.Length; i += 4)
        {
            var four = 0UL;
            for (var k = i; k < text.Length && k < i + 4; k++) four = (four << 16) | text[k];
            Add(four);
        }
    }
}
