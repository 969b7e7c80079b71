namespace Ermine.Events.Matching;

/// <summary>The few fields of a set of rules by the hashes of their paths, so that they are found in one pass over an event's index without going down a tree.</summary>
internal sealed class FieldTable
{
    private const int MostFields = 64; // a table is made anew with each field
    private const int Slots = 4 * MostFields;

    private readonly uint[] _hashes = new uint[Slots]; // 0 where there is none
    private readonly NamedField?[] _fields = new NamedField?[Slots];

    private FieldTable(int count) => Count = count;

    /// <summary>How many fields there are.</summary>
    public int Count { get; }

    /// <summary>The table of the fields that paths lead to; null where they are many, or two of them have one hash.</summary>
    public static FieldTable? Of(PathNode paths, int count)
    {
        if (count > MostFields) return null;

        var table = new FieldTable(count);
        return paths.Fields().All(table.Add) ? table : null;
    }

    /// <summary>The field whose path has a hash; null for none.</summary>
    public NamedField? Find(uint hash)
    {
        var hashes = _hashes;
        for (var slot = hash; ; slot++)
        {
            var found = hashes[(int)(slot % Slots)];
            if (found == hash) return _fields[slot % Slots];
            if (found == 0) return null;
        }
    }

    private bool Add(NamedField field)
    {
        if (Find(field.Node.Hash) is not null) return false;

        var slot = field.Node.Hash;
        while (_hashes[slot % Slots] != 0) slot++;
        (_hashes[slot % Slots], _fields[slot % Slots]) = (field.Node.Hash, field);
        return true;
    }
}
