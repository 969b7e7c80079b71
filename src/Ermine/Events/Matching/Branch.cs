namespace Ermine.Events.Matching;

/// <summary>One way in which a rule matches, within one set of rules: all its fields hold.</summary>
/// <param name="index">A small number that no other branch of the set has at the same time.</param>
/// <param name="rule">The rule.</param>
/// <param name="fields">Its fields.</param>
internal sealed class Branch(int index, RuleEntry rule, BranchField[] fields)
{
    public int Index { get; } = index;

    public RuleEntry Rule { get; } = rule;

    public BranchField[] Fields { get; } = fields;

    /// <summary>The same, the field first by which it is found, so that most branches that fail do so at once.</summary>
    public BranchField[] Tested
    {
        get;
        init => (field, Asked) = (value, value[0].Test);
    } = fields;

    /// <summary>Its only field's test, which decides by itself; null where it has more fields, or one that may be absent.</summary>
    public FieldTest? Only { get; } = fields is [{ Test: { AllowsAbsence: false } test }] ? test : null;

    /// <summary>The test of the field by which it is found, which has to have a value; of those that are looked at for every event just any.</summary>
    public FieldTest Asked { get; private init; } = fields[0].Test;

    /// <summary>The field by whose values it is found; -1 where it is looked at for every event.</summary>
    public int FoundBy { get; init; } = -1;

    /// <summary>The hashes it is found at; empty where it is looked at whenever that field has a value.</summary>
    public ulong[] Hashes { get; init; } = [];
}
